// Addresses of what this service calls, as they are drawn.
export const settings = {
  users: "https://workers-at-the-edge.example.com/users",
};
