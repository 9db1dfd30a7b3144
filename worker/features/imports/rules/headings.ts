import { searchKey } from '../../../kernel/text.ts'
import { CONTACT_PARTS, type ContactPart } from './contact-parts.ts'

// What programs write over a column, in English, German, French, Spanish, Italian and Dutch; folded, without digits and
// signs. Each stands in one list only.
const HEADINGS: Record<ContactPart, string> = {
  name: `name, full name, fullname, display name, contact, contact name, customer, customer name, client, client name,
    patient, file as, vollstandiger name, kunde, kundenname, kontakt, anzeigename, ansprechpartner, nom complet,
    nom affiche, nom du client, nombre completo, cliente, nombre del cliente, nome completo, nome cliente,
    volledige naam, naam, klant, klantnaam, weergavenaam`,
  givenName: `first name, firstname, given name, givenname, forename, vorname, rufname, prenom, nombre, nombre de pila,
    nome, voornaam`,
  familyName: `last name, lastname, family name, familyname, surname, nachname, familienname, nom, nom de famille,
    apellido, apellidos, cognome, achternaam, familienaam`,
  email: `email, e mail, mail, email address, e mail address, mail address, work email, private email, primary email,
    secondary email, more emails, email value, e mail value, emailadresse, e mail adresse, mailadresse, courriel,
    adresse email, adresse e mail, adresse mail, adresse courriel, correo, correo electronico, direccion de correo,
    posta elettronica, indirizzo email, indirizzo e mail, e mailadres, emailadres`,
  phone: `phone, telephone, tel, phone number, telephone number, mobile, mobile phone, mobile number, cell, cell phone,
    cellphone, home phone, business phone, work phone, primary phone, other phone, main phone, more phones, phone value,
    telefon, telefonnummer, handy, handynummer, mobil, mobiltelefon, mobilnummer, rufnummer, festnetz, telefon privat,
    telefon geschaftlich, portable, telephone portable, telephone mobile, numero de telephone, telefono, movil, celular,
    numero de telefono, telefono movil, cellulare, telefono cellulare, numero di telefono, telefoon, telefoonnummer,
    mobiel, mobiele telefoon, gsm`,
  street: `street, street address, address, address line, home street, business street, address street, strasse,
    straße, strasse und hausnummer, straße und hausnummer, anschrift, adresse, hausnummer, rue, adresse postale, calle,
    direccion, domicilio, via, indirizzo, straat, adres, huisnummer`,
  postalCode: `zip, zip code, zipcode, postal code, postcode, post code, home postal code, business postal code,
    address postal code, plz, postleitzahl, code postal, cp, codigo postal, cap, codice postale`,
  city: `city, town, home city, business city, address city, ort, stadt, wohnort, ville, commune, ciudad, poblacion,
    localidad, citta, comune, plaats, woonplaats, stad`,
  region: `state, region, province, county, home state, business state, address region, bundesland, kanton, etat,
    departement, provincia, regione, provincie`,
  country: `country, home country, country region, business country, address country, land, pays, pais, paese, nazione,
    staat`,
  birthday: `birthday, birth date, birthdate, date of birth, dob, born, geburtstag, geburtsdatum, geboren, geboren am,
    date de naissance, anniversaire, naissance, fecha de nacimiento, nacimiento, cumpleanos, data di nascita, nascita,
    compleanno, geboortedatum, verjaardag`,
  company: `company, company name, organization, organisation, organization name, employer, business, firm, account,
    firma, firmenname, unternehmen, betrieb, arbeitgeber, societe, entreprise, raison sociale, empresa, compania,
    azienda, societa, ditta, bedrijf, bedrijfsnaam, organisatie`,
  role: `role, job title, title, position, occupation, organization title, beruf, stellung, funktion,
    position im unternehmen, poste, fonction, titre du poste, cargo, puesto, ruolo, mansione, qualifica, functie, beroep`,
  tags: `tags, tag, labels, category, categories, group, groups, group membership, gruppe, gruppen, kategorie,
    kategorien, schlagworte, etiquettes, categorie, etiquetas, categoria, grupo, etichette, gruppo, groep`,
  note: `note, notes, comment, comments, remark, remarks, description, other, notiz, notizen, bemerkung, bemerkungen,
    kommentar, anmerkung, anmerkungen, remarque, remarques, commentaire, notas, nota, observaciones, comentarios,
    annotazioni, commenti, opmerking, opmerkingen, notitie, notities`,
}
/** What our own export and our list of refused rows write, and nobody needs back. */
const LEFT_OUT = new Set(['in the list since', 'row in the file', 'why it was refused'])

/** A heading without accents, digits and signs. */
const folded = (heading: string) =>
  searchKey(heading)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()

const PARTS: ReadonlyMap<string, ContactPart> = new Map(
  CONTACT_PARTS.flatMap((part) =>
    HEADINGS[part].split(',').map((heading): [string, ContactPart] => [heading.trim(), part]),
  ),
)

/** What a heading says is in its column; `nothing` where it is known to be of no use, null where it says nothing. */
export function partOfHeading(heading: string): ContactPart | 'nothing' | null {
  const words = folded(heading)
  return LEFT_OUT.has(words) ? 'nothing' : (PARTS.get(words) ?? null)
}
