//! Drawings and VML.

use super::*;
use crate::geometry::Segment;
use crate::look::{Fill, Ink, LineEndKind};
use crate::model::{Drawing, DrawingContent, PositionAt, Wrap};
use crate::units::Emu;

/// The drawing of a run, in a package that has a picture as `p1`.
fn drawing(body: &str) -> Drawing {
    let (document, warnings) = open(&[
        main_part(&format!("<w:p><w:r>{body}</w:r></w:p>")),
        relationships(&[("p1", "image", "media/image1.png"), ("l1", "hyperlink", "https://example.com/")]),
        ("word/media/image1.png", String::new()),
    ]);
    assert_eq!(warnings.iter().count(), 0, "{warnings:?}");
    let Some(Block::Paragraph(paragraph)) = good(document).body.pop() else { unreachable!("a paragraph") };
    let Some(Inline::Run(run)) = paragraph.content.into_iter().next() else { unreachable!("a run") };
    match run.content.into_iter().next() {
        Some(RunContent::Drawing(drawing)) => *drawing,
        other => unreachable!("{other:?}"),
    }
}

const PICTURE: &str = "<a:graphic><a:graphicData uri='x'><pic:pic><pic:nvPicPr><pic:cNvPr id='1' name='n'/></pic:nvPicPr><pic:blipFill>\
     <a:blip r:embed='p1'/><a:srcRect l='25000'/></pic:blipFill><pic:spPr><a:xfrm rot='5400000' flipH='1'/></pic:spPr></pic:pic></a:graphicData></a:graphic>";

#[test]
fn a_picture_in_line() {
    let drawing = drawing(&format!(
        "<w:drawing><wp:inline><wp:extent cx='914400' cy='457200'/><wp:docPr id='1' name='Picture 1' descr='a cat'><a:hlinkClick r:id='l1'/></wp:docPr>{PICTURE}</wp:inline></w:drawing>"
    ));
    assert_eq!((drawing.width, drawing.height, drawing.anchor.is_none()), (Emu(914_400), Emu(457_200), true));
    assert_eq!((drawing.name.as_str(), drawing.alt.as_str()), ("Picture 1", "a cat"));
    assert_eq!(drawing.link.as_deref(), Some("https://example.com/"));
    let DrawingContent::Picture(picture) = drawing.content else { unreachable!("a picture") };
    assert_eq!(picture.part.as_deref(), Some("word/media/image1.png"));
    assert_eq!((picture.crop, picture.rotation, picture.flip_h), ([0.25, 0.0, 0.0, 0.0], 90.0, true));
}

#[test]
fn an_anchor() {
    let drawing = drawing(&format!(
        "<w:drawing><wp:anchor behindDoc='1' relativeHeight='7' layoutInCell='0' distL='114300'><wp:positionH relativeFrom='page'><wp:align>center</wp:align></wp:positionH>\
         <mc:AlternateContent><mc:Choice Requires='wp14'><wp:positionV relativeFrom='margin'><wp14:pctPosVOffset>5000</wp14:pctPosVOffset></wp:positionV></mc:Choice>\
         <mc:Fallback><wp:positionV relativeFrom='page'><wp:posOffset>1</wp:posOffset></wp:positionV></mc:Fallback></mc:AlternateContent>\
         <wp:extent cx='10' cy='20'/><wp:wrapTight wrapText='left'><wp:wrapPolygon><wp:start x='0' y='0'/><wp:lineTo x='21600' y='5'/></wp:wrapPolygon></wp:wrapTight>{PICTURE}\
         <wp14:sizeRelH relativeFrom='margin'><wp14:pctWidth>50000</wp14:pctWidth></wp14:sizeRelH></wp:anchor></w:drawing>"
    ));
    let anchor = drawing.anchor.unwrap_or_default();
    assert_eq!((anchor.behind, anchor.z, anchor.in_cell, anchor.overlap), (true, 7, false, true));
    assert!(matches!(&anchor.horizontal.at, PositionAt::Align(align) if align == "center"));
    assert!(matches!(anchor.vertical.at, PositionAt::Percent(5000)) && anchor.vertical.relative_to == "margin");
    assert_eq!(anchor.wrap, Wrap::Tight("left".to_owned(), vec![(0, 0), (21600, 5)]));
    assert_eq!(anchor.relative_width, Some(("margin".to_owned(), 50_000)));
    assert_eq!(anchor.distance[0], Emu(114_300));
}

#[test]
fn a_shape_with_text_in_a_group() {
    let drawing = drawing(
        "<w:drawing><wp:inline><wp:extent cx='100' cy='50'/><a:graphic><a:graphicData uri='x'><wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x='0' y='0'/>\
         <a:ext cx='100' cy='50'/><a:chOff x='5' y='6'/><a:chExt cx='200' cy='100'/></a:xfrm></wpg:grpSpPr><wps:wsp><wps:spPr><a:xfrm><a:off x='7' y='8'/>\
         <a:ext cx='20' cy='10'/></a:xfrm><a:prstGeom prst='ellipse'><a:avLst><a:gd name='adj' fmla='val 5'/></a:avLst></a:prstGeom>\
         <a:solidFill><a:srgbClr val='00ff00'/></a:solidFill><a:ln w='12700'><a:noFill/></a:ln></wps:spPr><wps:style><a:lnRef idx='2'><a:schemeClr val='tx1'/></a:lnRef>\
         <a:fontRef idx='minor'><a:schemeClr val='lt1'/></a:fontRef></wps:style><wps:txbx><w:txbxContent><w:p><w:r><w:t>in</w:t></w:r></w:p></w:txbxContent></wps:txbx>\
         <wps:bodyPr lIns='0' anchor='ctr'><a:spAutoFit/></wps:bodyPr></wps:wsp></wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>",
    );
    let DrawingContent::Group { space, children } = drawing.content else { unreachable!("a group") };
    assert_eq!(space, [Emu(5), Emu(6), Emu(200), Emu(100)]);
    let Some((x, y, child)) = children.into_iter().next() else { unreachable!("a child") };
    assert_eq!((x, y, child.width, child.height), (Emu(7), Emu(8), Emu(20), Emu(10)));
    let DrawingContent::Shape(shape) = child.content else { unreachable!("a shape") };
    assert_eq!((shape.geometry.as_str(), shape.fill, shape.line), ("ellipse", Fill::Solid(Ink::of(0x00_FF00)), None));
    assert_eq!(shape.adjust, [("adj".to_owned(), 5)]);
    let text = shape.text.unwrap_or_default();
    assert_eq!((text.insets, text.auto_fit, text.anchor.as_str()), ([0.0, 3.6, 7.2, 3.6], true, "ctr"));
    assert_eq!((lines(&text.blocks), text.color.as_deref()), (vec!["in".to_owned()], Some("FFFFFF")));
}

#[test]
fn vml_text_box() {
    let drawing = drawing(
        "<w:pict><v:shapetype id='_x0000_t202'/><v:shape type='#_x0000_t202' alt='box' stroked='f' style='position:absolute;margin-left:10pt;margin-top:1in;width:2in;height:20pt;z-index:-3;mso-position-horizontal-relative:page'>\
         <v:textbox inset='0,,1pt,'><w:txbxContent><w:p><w:r><w:t>in</w:t></w:r></w:p></w:txbxContent></v:textbox><w10:wrap type='square' anchory='margin'/></v:shape></w:pict>",
    );
    let anchor = drawing.anchor.clone().unwrap_or_default();
    assert!(anchor.behind && anchor.wrap == Wrap::Square("bothSides".to_owned()));
    assert!(matches!(anchor.horizontal.at, PositionAt::Offset(Emu(127_000))) && anchor.horizontal.relative_to == "page");
    assert!(matches!(anchor.vertical.at, PositionAt::Offset(Emu(914_400))) && anchor.vertical.relative_to == "margin");
    assert_eq!((drawing.width, drawing.alt.as_str()), (Emu(1_828_800), "box"));
    let DrawingContent::Shape(shape) = drawing.content else { unreachable!("a shape") };
    assert_eq!((shape.fill, shape.line), (Fill::Solid(Ink::of(0xFF_FFFF)), None));
    let text = shape.text.unwrap_or_default();
    assert_eq!((text.insets, lines(&text.blocks)), ([0.0, 3.6, 1.0, 3.6], vec!["in".to_owned()]));
}

#[test]
fn vml_pictures_rules_and_groups() {
    let picture = drawing(
        "<w:object><v:shape type='#_x0000_t75' style='width:24pt;height:12pt'><v:imagedata r:id='p1' cropleft='6554f'/></v:shape></w:object>",
    );
    let DrawingContent::Picture(shown) = picture.content else { unreachable!("a picture") };
    assert_eq!((picture.width, shown.part.as_deref()), (Emu(304_800), Some("word/media/image1.png")));
    assert!((shown.crop[0] - 0.1).abs() < 0.001);

    let rule =
        drawing("<w:pict><v:rect style='width:0;height:1.5pt' o:hralign='center' o:hrstd='t' o:hr='t' fillcolor='#a0a0a0'/></w:pict>");
    assert!(matches!(rule.content, DrawingContent::Rule { percent: 100.0, ref color, .. } if color == "A0A0A0"));

    let group = drawing(
        "<w:pict><v:group style='width:100pt;height:50pt' coordorigin='10,20' coordsize='1000,500'><v:rect style='position:absolute;left:30;top:40;width:5;height:6'/>\
         <v:line from='5,9' to='1,2'/></v:group></w:pict>",
    );
    let DrawingContent::Group { space, children } = group.content else { unreachable!("a group") };
    assert_eq!(space, [Emu(10), Emu(20), Emu(1000), Emu(500)]);
    let places: Vec<_> = children.iter().map(|(x, y, child)| (x.0, y.0, child.width.0, child.height.0)).collect();
    assert_eq!(places, [(30, 40, 5, 6), (1, 2, 4, 7)]);
}

#[test]
fn smart_art_is_the_drawing_that_was_stored() {
    let relations = relationships(&[("d1", "diagramData", "diagrams/data1.xml"), ("d2", "diagramDrawing", "diagrams/drawing1.xml")]);
    let names = "xmlns:dsp='http://schemas.microsoft.com/office/drawing/2008/diagram' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'";
    let shape = "<dsp:sp><dsp:spPr><a:xfrm><a:off x='12700' y='0'/><a:ext cx='127000' cy='127000'/></a:xfrm><a:prstGeom prst='ellipse'/></dsp:spPr>\
         <dsp:txBody><a:bodyPr lIns='0'/><a:p><a:pPr algn='ctr'/><a:r><a:rPr sz='1200'/><a:t>one</a:t></a:r></a:p></dsp:txBody>\
         <dsp:txXfrm><a:off x='25400' y='0'/><a:ext cx='114300' cy='127000'/></dsp:txXfrm></dsp:sp>";
    let (document, _) = open(&[
        main_part(
            "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='254000' cy='127000'/><a:graphic><a:graphicData uri='x'>\
             <dgm:relIds xmlns:dgm='http://schemas.openxmlformats.org/drawingml/2006/diagram' r:dm='d1'/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
        ),
        relations,
        ("word/diagrams/data1.xml", format!("<dsp:dataModelExt {names} relId='d2'/>")),
        ("word/diagrams/drawing1.xml", format!("<dsp:drawing {names}><dsp:spTree>{shape}</dsp:spTree></dsp:drawing>")),
    ]);
    let Some(Block::Paragraph(paragraph)) = good(document).body.pop() else { unreachable!("a paragraph") };
    let Some(Inline::Run(run)) = paragraph.content.into_iter().next() else { unreachable!("a run") };
    let Some(RunContent::Drawing(drawing)) = run.content.into_iter().next() else { unreachable!("a drawing") };
    let DrawingContent::Group { space, children } = drawing.content else { unreachable!("a group") };
    assert_eq!(space, [Emu(0), Emu(0), Emu(254_000), Emu(127_000)]);
    let Some((Emu(12_700), Emu(0), child)) = children.into_iter().next() else { unreachable!("a child at its place") };
    let DrawingContent::Shape(shape) = child.content else { unreachable!("a shape") };
    let text = shape.text.unwrap_or_default();
    assert_eq!((shape.geometry.as_str(), text.insets[0], lines(&text.blocks)), ("ellipse", 1.0, vec!["one".to_owned()]));
}

#[test]
fn a_half_transparent_watermark_is_as_light_as_on_paper() {
    let drawing = drawing(
        "<w:pict><v:shape type='#_x0000_t136' style='width:100pt;height:20pt;rotation:315' fillcolor='black' stroked='f'>\
         <v:fill opacity='.5'/><v:textpath style='font-family:Arial;font-weight:bold' string='DRAFT'/></v:shape></w:pict>",
    );
    let DrawingContent::Shape(shape) = drawing.content else { unreachable!("a shape") };
    let ink = shape.fill.ink().unwrap_or_default();
    assert_eq!((ink.on_paper(), shape.rotation), (0x80_8080, 315.0));
    let art = shape.word_art.unwrap_or_default();
    assert_eq!((art.text.as_str(), art.font.as_str(), art.bold), ("DRAFT", "Arial", true));
}

#[test]
fn vml_shapes_follow_the_path_of_their_type() {
    let drawing = drawing(
        "<w:pict><v:shapetype id='_x0000_t13' coordsize='21600,21600' adj='16200,5400' path='m@0,l@0@1,0@1,0@2@0@2@0,21600,21600,10800xe'>\
         <v:formulas><v:f eqn='val #0'/><v:f eqn='val #1'/><v:f eqn='sum height 0 #1'/></v:formulas></v:shapetype>\
         <v:shape type='#_x0000_t13' adj=',2700' style='width:40pt;height:20pt'><v:stroke endarrow='block' dashstyle='dash'/></v:shape></w:pict>",
    );
    let DrawingContent::Shape(shape) = drawing.content else { unreachable!("a shape") };
    let outline = shape.own_geometry.map(|geometry| geometry.outline(40.0, 20.0)).unwrap_or_default();
    // The head begins at three quarters, as the type says; the shaft leaves an eighth above, as the shape does.
    let Some(path) = outline.first() else { unreachable!("a path") };
    assert_eq!(path.segments[..3], [Segment::Move((30.0, 0.0)), Segment::Line((30.0, 2.5)), Segment::Line((0.0, 2.5))]);
    assert_eq!(path.segments.last(), Some(&Segment::Close));
    let line = shape.line.unwrap_or_default();
    assert_eq!((line.dash, line.ends[1].map(|end| end.kind)), (vec![4.0, 3.0], Some(LineEndKind::Triangle)));
}

#[test]
fn custom_geometry_and_gradients() {
    let drawing = drawing(
        "<w:drawing><wp:inline><wp:extent cx='254000' cy='127000'/><a:graphic><a:graphicData uri='x'><wps:wsp><wps:spPr><a:custGeom><a:avLst/>\
         <a:gdLst><a:gd name='half' fmla='*/ w 1 2'/></a:gdLst><a:pathLst><a:path w='100' h='50'><a:moveTo><a:pt x='0' y='0'/></a:moveTo>\
         <a:lnTo><a:pt x='100' y='50'/></a:lnTo></a:path><a:path fill='none'><a:moveTo><a:pt x='half' y='t'/></a:moveTo><a:lnTo><a:pt x='half' y='b'/></a:lnTo></a:path>\
         </a:pathLst></a:custGeom><a:gradFill><a:gsLst><a:gs pos='100000'><a:srgbClr val='0000FF'/></a:gs><a:gs pos='0'><a:srgbClr val='FF0000'><a:alpha val='50%'/></a:srgbClr></a:gs>\
         </a:gsLst><a:lin ang='5400000'/></a:gradFill></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>",
    );
    let DrawingContent::Shape(shape) = drawing.content else { unreachable!("a shape") };
    let outlines = shape.own_geometry.map(|geometry| geometry.outline(20.0, 10.0)).unwrap_or_default();
    let segments: Vec<_> = outlines.iter().flat_map(|outline| outline.segments.clone()).collect();
    let points = [Segment::Move((0.0, 0.0)), Segment::Line((20.0, 10.0)), Segment::Move((10.0, 0.0)), Segment::Line((10.0, 10.0))];
    assert_eq!(segments, points);
    let Fill::Gradient(gradient) = shape.fill else { unreachable!("a gradient") };
    assert_eq!(gradient.stops, [(0.0, Ink { rgb: 0xFF_0000, alpha: 0.5 }), (1.0, Ink::of(0x00_00FF))]);
}
