import { flag, index, instant, primaryKey, table, text, uniqueIndex, whole } from '#dialect'

// Sign-in comes before any office is known, so these tables have no office_id. better-auth owns their shape.

export const users = table(
  'users',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: flag('email_verified').notNull().default(false),
    image: text('image'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('users_email').on(t.email)],
)

export const sessions = table(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** The SHA-256 of the token in the cookie: a stolen database opens no session. */
    token: text('token').notNull(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** Which office the member last worked in. A hint: membership is read anew at every request. */
    officeId: text('office_id'),
    /** When this session proved a second factor; null while the password was enough. */
    twoFactorsAt: instant('two_factors_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('sessions_token').on(t.token), index('sessions_user').on(t.userId)],
)

export const accounts = table(
  'accounts',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    providerId: text('provider_id').notNull(),
    accountId: text('account_id').notNull(),
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('accounts_provider').on(t.providerId, t.accountId), index('accounts_user').on(t.userId)],
)

export const verifications = table(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('verifications_identifier').on(t.identifier)],
)

/** The authenticator app of a user. Until a first code confirmed it, it is asked for nowhere. */
export const secondFactors = table('second_factors', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  /** What the app computes its codes from, encrypted by a key that the database does not hold. */
  secret: text('secret').notNull(),
  confirmedAt: instant('confirmed_at'),
  /** The step of time whose code was used last: that one and all older ones are refused. */
  lastStep: whole('last_step').notNull(),
  createdAt: instant('created_at').notNull(),
})

/** What opens a session when the app is lost: the SHA-256 of each code that was not used yet. */
export const backupCodes = table(
  'backup_codes',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    codeHash: text('code_hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
)

/**
 * The link that proves a mailbox: the address that its owner wants to have, which is another than the user's own while
 * they change it. One for each user: asking again leaves the link before worthless.
 */
export const emailProofs = table(
  'email_proofs',
  {
    userId: text('user_id')
      .primaryKey()
      .references(() => users.id),
    email: text('email').notNull(),
    /** The SHA-256 of the token in the link. */
    tokenHash: text('token_hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [uniqueIndex('email_proofs_token').on(t.tokenHash)],
)

/** How often something was tried in a window of time, by a hash of who tried: an address or a place on the network. */
export const attempts = table(
  'attempts',
  {
    key: text('key').notNull(),
    windowStartsAt: instant('window_starts_at').notNull(),
    count: whole('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStartsAt] })],
)
