// Addresses of what this service calls, as they are drawn.
export const settings = {
};
