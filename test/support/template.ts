/** The migrated, empty database that every test file's is cloned from. */
export const TEMPLATE = 'firstlight_template';
