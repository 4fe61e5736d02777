// The element's size from its attributes: known before there is a document, so that the page around it does not jump.

/** Attributes that are read here. */
export const SIZE_ATTRIBUTES: readonly string[] = ['width', 'height', 'aspect'];

const LENGTH = /^\d+(\.\d+)?(px|r?em|%|[sld]?v[hw])?$/;
const ASPECT = /^\d+(\.\d+)?( ?\/ ?\d+(\.\d+)?)?$/;

/** A style for the host as weak as attributes are: whatever the page says of the element wins. What makes no sense is left out. */
export function sizeSheet(host: HTMLElement): CSSStyleSheet {
  const wish = (name: string, form: RegExp) => {
    const text = host.getAttribute(name)?.trim() ?? '';
    return form.test(text) ? text : '';
  };
  const length = (text: string) => (/\d$/.test(text) ? `${text}px` : text);
  const [width, height, aspect] = [wish('width', LENGTH), wish('height', LENGTH), wish('aspect', ASPECT)];
  const rules = [width && `width: ${length(width)}; max-width: 100%`, height ? `height: ${length(height)}` : aspect && `height: auto; aspect-ratio: ${aspect}`];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { ${rules.filter(Boolean).join('; ')} }`);
  return sheet;
}
