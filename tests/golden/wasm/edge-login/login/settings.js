// Addresses of what this service calls, as they are drawn.
export const settings = {
  users: "https://login-at-the-edge.example.com/users",
  provider: "https://provider.example.com",
};
