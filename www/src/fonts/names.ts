// The names under which the package's fonts are offered to the browser: no page's own fonts have them.

/** Stands before the family's own name. */
export const OWN = 'docpane ';

/** The host's Chinese fonts. */
export const CJK_SERIF = `${OWN}Serif SC`;
export const CJK_SANS = `${OWN}Sans SC`;
