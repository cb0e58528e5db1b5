package io.genjin.staff.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as its sender cannot choose it: an address, or of the long ones (IPv6) the network, within which
 * everybody has as many addresses as they like.
 */
final class Origin {

    private static final int NETWORK_BYTES = 8;
    private static final int SHORT_BYTES = 4;

    private Origin() {}

    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // in brackets it is read as an address and never looked up as a name
            byte[] bytes = InetAddress.getByName("[" + address + "]").getAddress();
            return bytes.length == SHORT_BYTES
                    ? InetAddress.getByAddress(bytes).getHostAddress()
                    : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
