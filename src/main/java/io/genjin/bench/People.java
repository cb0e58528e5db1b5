package io.genjin.bench;

import io.genjin.prospect.NameTerms;
import io.genjin.prospect.ProspectId;
import io.genjin.prospect.SealContext;
import io.genjin.shared.DealershipId;
import io.genjin.shared.PhoneNumber;
import io.genjin.vault.Vault;
import java.util.HexFormat;
import java.util.UUID;

/** Names and telephone numbers of copied customers, the same for the same customer at every question. */
final class People {

    private static final long FIRST_NUMBER = 13_000_000_000L;
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String GIVEN =
            "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂文辉玲华建国红英飞斌宇浩凯鑫波宁婷雪梅琳晨阳佳欣怡然子涵梓轩博睿思雨诗琪嘉俊哲一诺若曦语彤昊天泽晓东海燕立新志远家豪美丹云莉倩薇";

    private final Vault vault;

    People(Vault vault) {
        this.vault = vault;
    }

    static String name(long number) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        StringBuilder name = new StringBuilder();
        name.append(SURNAMES.charAt(part(mixed, 0, SURNAMES)));
        name.append(GIVEN.charAt(part(mixed, 16, GIVEN)));
        if (mixed % 10 < 7) {
            name.append(GIVEN.charAt(part(mixed, 32, GIVEN)));
        }
        return name.toString();
    }

    private static int part(long mixed, int from, String of) {
        return (int) ((mixed >>> from & 0xffff) % of.length());
    }

    static PhoneNumber mobile(long number) {
        return PhoneNumber.parse(Long.toString(FIRST_NUMBER + number)).orElseThrow();
    }

    Copy.Sealed sealed(long number, int dealership, UUID prospect) {
        String name = name(number);
        PhoneNumber mobile = mobile(number);
        DealershipId of = new DealershipId(dealership);
        String sound = NameTerms.sound(name);
        return new Copy.Sealed(
                name,
                sound == null ? "\\N" : sound,
                bytes(vault.seal(mobile.normalised(), SealContext.of("mobile", of, new ProspectId(prospect)))),
                bytes(vault.fingerprint(mobile, of)),
                bytes(vault.lastFour(mobile, of)));
    }

    private static String bytes(byte[] value) {
        return "\\\\x" + HexFormat.of().formatHex(value);
    }
}
