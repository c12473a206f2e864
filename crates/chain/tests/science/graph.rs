//! Which flow goes where.

use model::LinkId;
use model::{Flow, flow};

#[test]
fn every_flow_joins_links_that_call_each_other_neighbours() {
    for flow in Flow::ALL {
        if let (Some(from), Some(to)) = (flow.from(), flow.to()) {
            assert!(flow::neighbours(from).any(|link| link == to), "{flow:?}");
            assert!(flow::neighbours(to).any(|link| link == from), "{flow:?}");
        }
        for link in LinkId::ALL {
            let comes_in = flow::into(link).any(|other| other == flow);
            let goes_out = flow::out_of(link).any(|other| other == flow);
            assert_eq!(comes_in, flow.to() == Some(link));
            assert_eq!(goes_out, flow.from() == Some(link));
        }
    }
}

#[test]
fn the_loop_is_closed() {
    let recycled = LinkId::Recycled;
    let processing = LinkId::Processing;
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
