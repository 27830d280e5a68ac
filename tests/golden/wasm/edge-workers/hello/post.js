/** Sends JSON and returns JSON. */
export async function post(url, body) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${new URL(url).hostname} answered ${answer.status}`);
  }
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}
