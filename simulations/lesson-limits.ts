/** What a lesson in which somebody dies with a transaction says of the model (docs/decisions/004-crash.md). */
export const COMMIT_ON_ITS_WAY =
  'A COMMIT that is on its way when its sender dies comes to nothing here. PostgreSQL would carry it out; here that is so only where it arrives before the crash.';
