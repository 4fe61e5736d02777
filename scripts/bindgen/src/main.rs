//! `bindgen MODULE.wasm OUT NAME`: writes `NAME.js`, `NAME.d.ts` and `NAME_bg.wasm` for the web into the folder `OUT`.

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [module, out, name] = args.as_slice() else {
        eprintln!("usage: bindgen MODULE.wasm OUT NAME");
        return ExitCode::from(2);
    };
    match generate(module, out, name) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindgen: {module}: {error:?}");
            ExitCode::FAILURE
        }
    }
}

fn generate(module: &str, out: &str, name: &str) -> Result<(), Box<dyn std::error::Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name).typescript(true).web(true)?;
    Ok(bindgen.generate(out)?)
}
