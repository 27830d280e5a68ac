// Answers with the files of public/; what is not there is answered by its 404.html.
export default {
  fetch(request, variables) {
    return variables.ASSETS.fetch(request);
  },
};
