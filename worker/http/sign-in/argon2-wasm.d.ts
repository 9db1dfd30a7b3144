declare module '@phi-ag/argon2/argon2.wasm' {
  const module: WebAssembly.Module
  // biome-ignore lint/style/noDefaultExport: a Worker imports compiled WebAssembly so
  export default module
}
