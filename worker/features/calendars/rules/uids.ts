/** Whether Foyer wrote an event itself, so that it cannot stand in its own way: ids of ours end with our host. */
export const isOurs = (uid: string, host: string): boolean => uid.toLowerCase().endsWith(`@${host.toLowerCase()}`)
