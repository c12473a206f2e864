//! From where a request comes.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use axum::http::{Extensions, HeaderMap};

use crate::connections::Peer;

/// The address that a request comes from; behind a proxy, the one that the proxy has seen. Of IPv6 the network, which one household has whole.
pub fn client(extensions: &Extensions, headers: &HeaderMap) -> IpAddr {
    let peer = extensions.get::<Peer>();
    let is_proxy = peer.is_some_and(|peer| peer.is_proxy);
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.address.ip());
    let forwarded = headers.get("x-forwarded-for");
    let forwarded = forwarded.and_then(|value| value.to_str().ok());
    // The last is what the proxy itself has added; those before may be made up.
    let last = forwarded.and_then(|list| list.rsplit(',').next()?.trim().parse().ok());
    match last {
        Some(address) if is_proxy => network(address),
        _ => network(peer),
    }
}

fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}
