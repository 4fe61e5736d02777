using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [ (name = "main", worker = .docpane) ],
  sockets = [ (name = "http", address = "127.0.0.1:8787", http = (), service = "main") ],
);

const docpane :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "out/worker.js"),
    (name = "docpane_bg.wasm", wasm = embed "out/docpane_bg.wasm"),
    (name = "docpane_pictures_bg.wasm", wasm = embed "out/docpane_pictures_bg.wasm"),
  ],
  compatibilityDate = "2026-01-01",
);
