/** The service is stopping: reconnect (RFC 6455 section 7.4.1). */
export const CLOSE_GOING_AWAY = 1001;
/** The client broke a rule of this service. */
export const CLOSE_POLICY = 1008;
/** The project's messages cannot be read. */
export const CLOSE_INTERNAL = 1011;
/** "Try again later" (IANA's registry): the client reads too slowly, or the log does not answer; reconnect with `after`. */
export const CLOSE_TRY_AGAIN = 1013;
