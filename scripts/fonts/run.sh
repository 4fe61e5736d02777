#!/bin/sh
# Makes the font book: sets up Python's packages in a folder of its own and looks for the open fonts where Debian, PyPI
# and npm put them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
env="$root/target/fonts-env"
[ -x "$env/bin/python" ] || python3 -m venv "$env"
"$env/bin/pip" install --quiet --requirement "$here/requirements.txt"
exec "$env/bin/python" "$here/make_book.py" --fonts /usr/share/fonts --fonts "$env/lib" --fonts "$root/node_modules/@fontsource" "$@"
