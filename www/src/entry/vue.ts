// `docpane/vue`: `<DocpaneViewer>`, a thin component around the element. On a server it renders the bare tag.

import { defineComponent, h, onMounted, type PropType, shallowRef, watch } from 'vue';
import type { Source } from '../public/document.js';
import type { Action, Details, DocpaneViewerEvents, Theme, View, Watermark, Zoom } from '../public/element.js';
import type { DocpaneViewer as Element } from '../viewer/element.js';
import { define } from './define-later.js';


/** The component's events, with the element's own event as what they carry. */
const emits = {
  progress: (_event: DocpaneViewerEvents['docpane-progress']) => true,
  open: (_event: DocpaneViewerEvents['docpane-open']) => true,
  'first-page': (_event: DocpaneViewerEvents['docpane-first-page']) => true,
  finish: (_event: DocpaneViewerEvents['docpane-finish']) => true,
  page: (_event: DocpaneViewerEvents['docpane-page']) => true,
  zoom: (_event: DocpaneViewerEvents['docpane-zoom']) => true,
  view: (_event: DocpaneViewerEvents['docpane-view']) => true,
  more: (_event: DocpaneViewerEvents['docpane-more']) => true,
  action: (_event: DocpaneViewerEvents['docpane-action']) => true,
  tag: (_event: DocpaneViewerEvents['docpane-tag']) => true,
  copy: (_event: DocpaneViewerEvents['docpane-copy']) => true,
  link: (_event: DocpaneViewerEvents['docpane-link']) => true,
  password: (_event: DocpaneViewerEvents['docpane-password']) => true,
  error: (_event: DocpaneViewerEvents['docpane-error']) => true,
};

/** The viewer as a component. Give it a height. */
export const DocpaneViewer = defineComponent({
  name: 'DocpaneViewer',
  props: {
    /** The document: its address, or its bytes. */
    src: { type: [String, Object] as PropType<Source | null>, default: null },
    page: Number,
    zoom: [String, Number] as PropType<Zoom>,
    view: String as PropType<View>,
    theme: String as PropType<Theme>,
    lang: String,
    previewPages: Number,
    details: Object as PropType<Details>,
    actions: Array as PropType<readonly Action[]>,
    watermark: Object as PropType<Watermark | null>,
    /** The most characters that may be copied at once, or `off`. */
    copy: [Number, String] as PropType<number | 'off'>,
    print: String as PropType<'off'>,
    deepLinks: Boolean,
  },
  emits,
  setup(props, { emit, expose, slots }) {
    const element = shallowRef<Element | null>(null);
    expose({ element });
    const give = (values: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(values)) if (value && element.value) Object.assign(element.value, { [name]: value });
    };
    const bytes = () => (props.src && typeof props.src !== 'string' && !(props.src instanceof URL) ? props.src : null);
    onMounted(() => {
      void define();
      give({ file: bytes(), details: props.details, actions: props.actions, watermark: props.watermark });
      for (const name of Object.keys(emits) as (keyof typeof emits)[]) {
        element.value?.addEventListener(`docpane-${name}`, (event: Event) => emit(name as 'open', event as DocpaneViewerEvents['docpane-open']));
      }
    });
    watch(bytes, (file) => give({ file }));
    watch(() => props.details, (details) => give({ details }));
    watch(() => props.actions, (actions) => give({ actions }));
    watch(() => props.watermark, (watermark) => give({ watermark }));
    return () => {
      const { src, page, zoom, view, theme, lang, previewPages, copy, print, deepLinks } = props;
      const attributes = { page, zoom, view, theme, lang, 'preview-pages': previewPages, copy, print, 'deep-links': deepLinks ? '' : undefined };
      // `^` keeps Vue from setting properties in their place.
      const own = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`^${name}`, value]));
      const address = typeof src === 'string' || src instanceof URL ? String(src) : undefined;
      return h('docpane-viewer', { ref: element, '^src': address, ...own }, slots['default']?.());
    };
  },
});

export type { DocpaneViewer as DocpaneViewerElement } from '../viewer/element.js';
export type * from '../public/index.js';
