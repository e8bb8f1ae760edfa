"""The currencies of ISO 4217, so that a slip such as CYN is found, and the signs and words
that people write for them.

What our pages call them, the languages of the interface say.
"""

CURRENT = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY
    COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS
    INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP
    MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR
    SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV
    WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
"""
# Given up since 1999, most of them for the euro; articles of the time name them.
FORMER = "ATS BEF BGN DEM ESP FIM FRF GRD HRK IEP ITL LUF NLG PTE"
CURRENCIES = frozenset(f"{CURRENT} {FORMER}".split())
"""The codes that an amount may be in."""

NATIONS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "hong kong": "HKD", "hk": "HKD", "australian": "AUD", "a": "AUD",
    "au": "AUD", "canadian": "CAD", "c": "CAD", "ca": "CAD", "singapore": "SGD", "s": "SGD", "new taiwan": "TWD",
    "nt": "TWD", "taiwan": "TWD", "new zealand": "NZD", "nz": "NZD", "swiss": "CHF", "r": "BRL", "mx": "MXN", "cn": "CNY",
    "chinese": "CNY", "jp": "JPY", "japanese": "JPY", "indian": "INR",
}  # fmt: skip
"""What stands before `$`, `dollars` and the like, and the currency that it then is."""

WORDS = {
    "yuan": "CNY", "rmb": "CNY", "renminbi": "CNY", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP",
    "sterling": "GBP", "yen": "JPY", "won": "KRW", "rupee": "INR", "rupees": "INR", "rs": "INR", "rouble": "RUB",
    "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "baht": "THB", "ringgit": "MYR", "dong": "VND", "rand": "ZAR",
    "dirham": "AED", "dirhams": "AED", "franc": "CHF", "francs": "CHF", "zloty": "PLN", "rupiah": "IDR", "lira": "TRY",
}  # fmt: skip
HAN_WORDS = {
    "人民币": "CNY", "人民幣": "CNY", "美元": "USD", "美金": "USD", "港元": "HKD", "港币": "HKD", "欧元": "EUR",
    "日元": "JPY", "英镑": "GBP", "韩元": "KRW", "新台币": "TWD", "元": "CNY", "円": "JPY",
}  # fmt: skip
SIGNS = {
    "€": {"EUR"},
    "£": {"GBP"},
    "¥": {"CNY", "JPY"},
    "₩": {"KRW"},
    "₹": {"INR"},
    "₽": {"RUB"},
    "₺": {"TRY"},
}
