//! Another city with a bundle of its own: its chain draws as correctly as ours.

use std::path::Path;

use alliance::diagram::layout::{Orientation, layout};
use alliance::diagram::scene::scene;
use alliance::diagram::stage::{StageShape, stage_layout, stage_scene};
use chain::band::Bands;
use chain::reverse::product_of_capacities;
use chain::{Balance, Output, Quantity};
use content::chain_inputs::{capacities, inputs, ranges};
use content::load::load;
use model::{Flow, Lang, StageId};

use super::publication::publication;
use super::stages::levers;
use super::{ORIENTATIONS, home_diagram};

#[test]
fn another_citys_chain_draws_correctly() {
    let bundle = load(Path::new("tests/fixtures/example-city")).unwrap();
    let publication = publication(&bundle);
    let lang = Lang::ZhHans;
    let (names, levers) = (home_diagram(&publication, lang), levers(&publication, lang));
    let inputs = inputs(&bundle).unwrap();
    let balance = Balance::new(&inputs).unwrap();
    for quantity in Quantity::ALL {
        let scene = scene(&names, &balance, None, quantity, lang);
        assert_eq!(scene.name_of(StageId::Recycled), "废铝重熔");
        // What the city has not is drawn open: its anodes, not its alumina.
        let open: Vec<StageId> = (scene.nodes.iter())
            .filter(|node| node.open)
            .map(|node| node.id)
            .collect();
        assert_eq!(open, [StageId::Anode]);
        for orientation in ORIENTATIONS {
            let drawn = layout(&scene, orientation);
            let flows = drawn.bands.iter().map(|band| band.flow).collect::<Vec<_>>();
            let carries = |flow: &Flow| balance.carried(*flow, quantity) > 0.0;
            let expected: Vec<Flow> = Flow::ALL.into_iter().filter(carries).collect();
            assert_eq!(flows, expected, "{quantity:?}, {orientation:?}");
            // More is recycled there than smelted, and the widths say so.
            let width = |flow| {
                drawn
                    .bands
                    .iter()
                    .find(|band| band.flow == flow)
                    .unwrap()
                    .width
            };
            if quantity == Quantity::Mass && orientation != Orientation::Small {
                assert!(width(Flow::Recycled) > width(Flow::Primary));
            }
        }
    }
    // Lime and water come in there: the ore brings less than goes out.
    let bands = Bands::new(&inputs, ranges(&bundle, &inputs).unwrap()).unwrap();
    let refinery = stage_scene(
        &names,
        &levers,
        StageId::Alumina,
        &balance,
        Some(&bands),
        lang,
    );
    let into: Vec<Output> = refinery.into.iter().map(|item| item.output).collect();
    assert_eq!(
        into,
        [Output::Bauxite, Output::CausticSoda, Output::RefiningAdded]
    );
    for shape in [StageShape::Wide, StageShape::Narrow] {
        let layout = stage_layout(&refinery, shape);
        assert_eq!(layout.lines.len(), refinery.into.len() + refinery.out.len());
    }
    // What bounds its product is its own least capacity.
    let products = product_of_capacities(&inputs, &capacities(&bundle)).unwrap();
    assert_eq!(products.len(), 3);
    let (stage, product) = products[0];
    assert_eq!(stage, StageId::Recycled);
    assert!((product * balance.get(Output::Recycled) - 350_000.0).abs() < 1e-6);
}
