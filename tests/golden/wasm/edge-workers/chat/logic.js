// What this service does: the file that is yours. It knows no platform; the adapters beside it hand requests in.

/**
 * Answers one request.
 * @param {{method: string, path: string, body: string}} request
 * @param {Record<string, string>} settings addresses of what it calls
 * @param {(url: string, body: unknown) => Promise<unknown>} post sends JSON and returns JSON
 * @returns {Promise<{status: number, body: unknown}>}
 */
export async function answer(request, settings, post) {
  if (request.path.endsWith("/healthz")) {
    return { status: 200, body: { state: "well" } };
  }
  let item = {};
  if (request.body) {
    try {
      item = JSON.parse(request.body);
    } catch {
      return { status: 400, body: { error: "the body is not JSON" } };
    }
  }
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    return { status: 400, body: { error: "the body is not a JSON object" } };
  }
  const result = { ...item };
  result.users = await post(settings.users, item);
  return { status: 200, body: result };
}
