/** Of `client c`: whose archive is in use. */
export const GRADED_CLIENTS = 'c.archived_at is null and c.merged_into_id is null and c.erased_at is null'
