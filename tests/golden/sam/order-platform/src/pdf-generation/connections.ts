// The connections that are drawn from this service, one method each.

export const connections = {};
