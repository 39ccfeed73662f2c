/** The migrated, empty database that each test file clones. */
export const TEMPLATE = 'firstlight_template';
