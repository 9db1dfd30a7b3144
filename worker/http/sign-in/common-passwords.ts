/** Passwords of at least eight characters that stand high on published lists of leaked ones, in lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  !@#$%^&* !@#$%^&*( !@#$1234 !qaz2wsx 00000000 000000000 0000000000 01234567 012345678 0123456789 0987654321 0okm9ijn
  10101010 11111111 111111111 1111111111 11112222 11223344 1122334455 112233445566 12121212 123123123 1231231234
  123321123 1234!@#$ 12341234 123412345 12344321 123454321 1234554321 123456654321 12345678 123456789 1234567890
  1234567891 12345678910 123456789a 123456789q 12345678a 12345678q 1234567a 1234567q 1234567z 123456ab 123456abc
  123456qwerty 12345abc 12345qwert 1234abcd 1234fuck 1234qwer 123abc123 123qweasd 123qweasdzxc 12qwaszx 13131313
  147258369 147852369 159357456 159753456 1a2b3c4d 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz!qaz 1qaz2wsx 1qaz2wsx3edc
  1qazxsw2 1qazxsw23edc 20202020 22222222 321321321 33333333 44444444 50cent50 55555555 66666666 69696969 741852963
  77777777 789456123 87654321 88888888 888888888 963852741 987654321 9876543210 99999999 999999999 a1234567 a12345678
  a123456789 a1b2c3d4 a1b2c3d4e5 a1s2d3f4 aa123456 aa12345678 aaaaaaaa aaaaaaaaa aabbccdd abababab abc12345 abc123456
  abc123abc abcabcabc abcd1234 abcd12345 abcdef123 abcdefg1 abcdefgh abcdefghi abcdefghij access123 access14 admin123
  admin123! admin1234 admin12345 admin@123 adminadmin administrador administrator airborne alejandra alejandro
  alessandra alessandro alexander alexander1 alexandra alexandre america1 amoremio amsterdam android1 angel123
  angels12 anthony1 anthony123 apple123 arsenal1 arsenal123 asd123asd asdasdasd asdf1234 asdfasdf asdfgh123 asdfghjk
  asdfghjkl asdfghjkl1 asdfqwer asshole1 australia autumn2023 autumn2024 autumn2025 azerty123 azertyui azertyuiop
  babyboy1 babygirl babygirl1 babygirl123 bailey12 bailey123 banana123 barcelona barcelona1 barcelona12 baseball
  baseball1 baseball123 basketball basketball1 batman12 batman123 bayern123 benjamin benjamin1 bigdaddy bigdaddy1
  birthday birthday1 blessed1 blessing blink182 blueberry bonita123 bonjour1 bonjour123 borussia brandon1 brandon123
  brasil123 brittany brittany1 bubbles1 bullshit buster12 buster123 butterfly butterfly1 california carolina caroline
  catherine changeit changeme! changeme1 changeme123 charlie1 charlie123 charlotte cheese123 chelsea1 chelsea123
  chocolat chocolate chocolate1 chouchou christian christian1 christina christine christmas christmas1 christopher
  ciaociao colorado computer computer1 computer123 contrasena contrasena1 contrasenia contraseña cookie123 corazon1
  corinthians corvette cowboys1 cristina cupcake1 daddy123 dallas12 daniel123 danielle danielle1 darling1 david123
  december default1 default123 demo1234 demo12345 dennis123 deutschland diamond1 diamond123 doudou123 dragon12
  dragon123 dragon1234 eagles12 eduardo1 elizabeth elizabeth1 eminem123 england1 estrella estrella1 facebook facebook1
  facebook123 family123 february fernanda fernando ferrari1 feyenoord flamengo florida1 flower123 flowers1 football
  football1 football12 football123 forever1 forever21 fortnite fortnite1 francesca francisco freedom1 freedom123
  friday13 friends1 friends123 fuckoff1 fuckyou! fuckyou1 fuckyou12 fuckyou123 gabriel1 gabriela gabrielle gangsta1
  gangster geheim123 germany1 giants123 ginger12 ginger123 giovanni giuseppe godisgood goodluck goodmorning google123
  greenday guadalupe guest123 guest1234 hallo123 hallohallo halloween hannah123 harley12 harley123 haslo123 haslo1234
  heaven12 hejsan123 hello123 hello123! hello1234 hello12345 hellohello helloworld hockey123 honda123 honey123
  hottie12 hunter12 hunter123 ilovegod ilovejesus iloveme1 iloveu123 iloveyou iloveyou! iloveyou1 iloveyou12
  iloveyou123 iloveyou2 internet internet1 internet123 iphone123 isabella isabella1 jackson1 january1 jasmine1
  jennifer jennifer1 jennifer123 jessica1 jessica123 jesus123 jesuschrist jesusislord jetaime1 jonathan jonathan1
  jordan123 jordan23 joshua123 juventus katherine killer12 killer123 kimberly kimberly1 kocham123 kochamcie lakers123
  lakers24 lauren123 leonardo letmein! letmein1 letmein12 letmein123 letmeinn liberty1 linkedin linkedin1 linkinpark
  liverpool liverpool1 liverpool123 lkjhgfdsa london12 london123 lorenzo1 losenord loulou123 lovelove loveme123
  loverboy lovers123 loveyou1 lucky123 lucky777 maggie12 manchester manutd123 margaret marines1 mariposa marseille
  martin123 master123 master1234 masterkey matthew1 matthew123 max12345 melissa1 mercedes mercedes1 metallica
  metallica1 michael1 michael123 michelle michelle1 michelle123 microsoft military minecraft minecraft1 minecraft123
  mnbvcxz1 monday123 monkey12 monkey123 monkey1234 motdepasse motdepasse1 mother12 motherlode mountain mustang1
  mylove123 mypassword mypassword1 mysecret naruto123 newpassword newyork1 newyork123 nicholas nicholas1 nicole123
  nintendo nirvana1 november october1 orange12 p@55w0rd p@ssw0rd p@ssw0rd1 p@ssword p@ssword1 p@ssword123 pa$$w0rd
  pa$$word pa55word packers1 palmeiras paris123 passw0rd passw0rd1 password password! password1 password1! password12
  password123 password123! password1234 password12345 password123456 password@1 password@123 passwords passwort
  passwort1 passwort123 patricia patrick1 patriot1 peanut12 pepper12 pepper123 phoenix1 pineapple playboy1 playboy123
  playstation poiuytrewq pokemon1 pokemon123 polska123 porsche1 porsche911 princesa princesa1 princess princess1
  princess12 princess123 pumpkin1 purple12 purple123 pussycat q1234567 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qazwsx123
  qazwsxedc qazwsxedcrfv qazxswedc qq123456 qwe12345 qwe123qwe qweasd123 qweasdzxc qweqweqwe qwerasdf qwerasdfzxcv
  qwerty1! qwerty12 qwerty123 qwerty123! qwerty1234 qwerty12345 qwerty123456 qwertyqwerty qwertyu1 qwertyui qwertyuio
  qwertyuiop qwertz123 qwertzui qwertzuiop rainbow1 rainbow123 ranger123 raspberry realmadrid rebecca1 redskins
  redsox04 ricardo1 robert123 roblox123 rocky123 root1234 rootroot samantha samantha1 samantha123 samsung1 samsung123
  samuel123 saopaulo schalke04 schatz123 scooter1 sebastian sebastian1 secret12 secret123 secret1234 senha123
  senha1234 september sexygirl sexysexy shadow12 shadow123 slayer666 slipknot slipknot1 snoopy12 snowball snowflake
  soccer12 soccer123 softball1 softball12 soldier1 soleil123 sommer2023 sommer2024 sommer2025 spiderman spiderman1
  spring123 spring2023 spring2024 spring2025 spring2026 startrek starwars starwars1 starwars123 steelers steelers1
  stephanie stephanie1 stephen1 strawberry summer12 summer123 summer2020 summer2021 summer2022 summer2023 summer2024
  summer2025 summer2026 sunflower sunflower1 sunshine sunshine1 sunshine12 sunshine123 superman superman1 superman123
  sweet123 sweetheart sweetie1 teamo123 teamomucho tequiero tequiero1 test123! test1234 test12345 test123456 tester123
  testing1 testing123 testtest thepassword thomas123 thuglife tiger123 tigers12 toor1234 topsecret toyota123 trustno1
  trustnoone usa12345 user1234 username valentina vanessa1 veronica victoria victoria1 victoria123 vincent1 volleyball
  wachtwoord wachtwoord1 warrior1 warriors watermelon welcome! welcome1 welcome1! welcome12 welcome123 welcome1234
  welcome2020 welcome2021 welcome2022 welcome2023 welcome2024 welcome2025 welcome2026 welcome@1 welcome@123 welkom01
  welkom12 welkom123 whatever whatever1 william1 william123 windows1 windows10 winter12 winter123 winter2020
  winter2021 winter2022 winter2023 winter2024 winter2025 winter2026 xbox360! xxxxxxxx yamaha123 yankees1 yourpassword
  youtube1 zaq12wsx zaq1@wsx zaq1xsw2 zaq1zaq1 zxcvasdf zxcvbnm, zxcvbnm1 zxcvbnm123 zxcvzxcv zzzzzzzz
  `
    .trim()
    .split(/\s+/),
)
