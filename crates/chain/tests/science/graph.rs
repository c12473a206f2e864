//! Which flow goes where.

use model::StageId;
use model::{Flow, flow};

#[test]
fn every_flow_joins_stages_that_call_each_other_neighbours() {
    for flow in Flow::ALL {
        if let (Some(from), Some(to)) = (flow.from(), flow.to()) {
            assert!(flow::neighbours(from).any(|stage| stage == to), "{flow:?}");
            assert!(flow::neighbours(to).any(|stage| stage == from), "{flow:?}");
        }
        for stage in StageId::ALL {
            let comes_in = flow::into(stage).any(|other| other == flow);
            let goes_out = flow::out_of(stage).any(|other| other == flow);
            assert_eq!(comes_in, flow.to() == Some(stage));
            assert_eq!(goes_out, flow.from() == Some(stage));
        }
    }
}

#[test]
fn the_loop_is_closed() {
    let recycled = StageId::Recycled;
    let processing = StageId::Processing;
    assert_eq!(
        (Flow::Offcuts.from(), Flow::Offcuts.to()),
        (Some(processing), Some(recycled))
    );
    assert_eq!(
        (Flow::Recycled.from(), Flow::Recycled.to()),
        (Some(recycled), Some(processing))
    );
    assert_eq!((Flow::Scrap.from(), Flow::Product.to()), (None, None));
}
