/** How each server is given a larger context window, by the port that it usually has. */
const BY_PORT: Readonly<Record<string, string>> = {
  '11434': 'Start Ollama with OLLAMA_CONTEXT_LENGTH=16384.',
  '1234': 'Load the model in LM Studio with a context length of 16384.',
  '8080': 'Start llama.cpp’s server with -c 16384.',
};

const ANY =
  'Give it a larger one: OLLAMA_CONTEXT_LENGTH=16384 for Ollama, -c 16384 for llama.cpp, the context length of the loaded model in LM Studio, --max-model-len 16384 for vLLM.';

/** What to set if a server's context window is too small. */
export function contextAdvice(baseUrl: string): string {
  return BY_PORT[new URL(baseUrl).port] ?? ANY;
}
