//! The picture of a stage as markup.

use super::layout::{StageLayout, StageLine, StageShape, stage_layout};
use super::{Material, StageItem, StageScene};
use crate::diagram::layout::px;
use crate::diagram::view::{frame, texts};
use chain::amount::AmountUnit;
use markup::{Content, Markup, markup};
use model::Lang;

/// The picture for a wide and for a narrow place; the style sheet shows the one
/// that fits.
pub fn stage_drawings(scene: &StageScene, lang: Lang) -> Markup {
    markup! {
        <div class="stage-picture">
            {stage_drawing(scene, StageShape::Wide, lang)}
            {stage_drawing(scene, StageShape::Narrow, lang)}
        </div>
    }
}

/// The picture. A table beside it says the same.
pub fn stage_drawing(scene: &StageScene, shape: StageShape, lang: Lang) -> Markup {
    let layout = stage_layout(scene, shape);
    let mut view_box = String::from("0 0 ");
    view_box.push_str(&px(layout.width));
    view_box.push(' ');
    view_box.push_str(&px(layout.height));
    let class = match shape {
        StageShape::Wide => "stage-picture__drawing stage-picture__drawing--wide",
        StageShape::Narrow => "stage-picture__drawing",
    };
    let colon = lang.words().picture.colon;
    let and = lang.words().picture.and;
    let label = [&scene.name, colon, &scene.sums[0], and, &scene.sums[1]].concat();
    let StageLayout {
        rect,
        title,
        lines,
        energy,
        emission,
        emitted,
        width,
        height,
    } = layout;
    let masses = scene.into.iter().chain(&scene.out);
    let masses: Vec<Content> = (masses.zip(lines))
        .map(|(item, line)| mass(item, line).into())
        .collect();
    let energy: Vec<Content> = (scene.energy.iter().zip(energy))
        .map(|(item, line)| taken(item, line).into())
        .collect();
    let bars: Vec<Content> = emitted
        .into_iter()
        .map(|(bar, said)| {
            markup! {
                <g class="stage-picture__emitted">
                    {frame("stage-picture__bar", bar, 0)}
                    {texts(said)}
                </g>
            }
            .into()
        })
        .collect();
    markup! {
        <svg
            class={class}
            viewBox={view_box}
            width={px(width)}
            height={px(height)}
            role="img"
            aria-label={label}
        >
            {energy}
            {masses}
            {frame("stage-picture__box", rect, 0)}
            {texts(title)}
            {texts(emission)}
            {bars}
        </svg>
    }
}

/// A mass: pale to its high end, the value, dashes at its low end.
fn mass(item: &StageItem, line: StageLine) -> Markup {
    let mut class = String::from("stage-picture__mass stage-picture__mass--");
    class.push_str(Material::of(item.output).word());
    if line.widened {
        class.push_str(" stage-picture__mass--widened");
    }
    let edge = |class: &'static str, path: String| {
        (!path.is_empty()).then(|| markup! { <path class={class} d={path} /> })
    };
    markup! {
        <g class={class}>
            {edge("stage-picture__high", line.high)}
            <path class="stage-picture__band" d={line.path} />
            {edge("stage-picture__low", line.low)}
            {texts(line.label)}
        </g>
    }
}

/// What comes in from below and is no mass.
fn taken(item: &StageItem, line: StageLine) -> Markup {
    let class = match item.output.unit() {
        AmountUnit::KilowattHours => "stage-picture__taken stage-picture__taken--power",
        AmountUnit::Gigajoules => "stage-picture__taken stage-picture__taken--heat",
        _ => "stage-picture__taken",
    };
    markup! {
        <g class={class}>
            <path class="stage-picture__line" d={line.path} />
            {texts(line.label)}
        </g>
    }
}
