// Addresses of what this service calls, as they are drawn.
export const settings = {
  users: "https://users.login-at-the-edge.internal.example.com",
  provider: "https://provider.example.com",
};
