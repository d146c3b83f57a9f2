#!/usr/bin/env python3
"""Writes golden-costs.json: 124 bills with their arithmetic and what caches saved, in exact fractions and with prices typed from the vendor's
pages by hand (sources in docs/models.md). It reads nothing of the project, so that one mistake cannot hide in both.

    python3 Tests/OpenClawHostTests/Usage/golden-costs.py > Tests/OpenClawHostTests/Usage/golden-costs.json
"""
import json
from fractions import Fraction

K = 1024
CN, INTL, US = "standard-cn", "standard-intl", "standard-us"
# Per million tokens: (up to input tokens, input, output) by tier; None is the last one.
TIERS = {
    ("qwen3.5-plus", CN): [(128 * K, "0.8", "4.8"), (256 * K, "2", "12"), (None, "4", "24")],
    ("qwen3.5-plus", INTL): [(256 * K, "0.4", "2.4"), (None, "0.5", "3")],
    ("qwen3.6-plus", CN): [(256 * K, "2", "12"), (None, "8", "48")],
    ("qwen3.6-plus", INTL): [(256 * K, "0.5", "3"), (None, "2", "6")],
    ("qwen3-max-2026-01-23", CN): [(32 * K, "2.5", "10"), (128 * K, "4", "16"), (None, "7", "28")],
    ("qwen3-max-2026-01-23", INTL): [(32 * K, "1.2", "6"), (128 * K, "2.4", "12"), (None, "3", "15")],
    ("qwen3-coder-next", CN): [(32 * K, "1", "4"), (128 * K, "1.5", "6"), (None, "2.5", "10")],
    ("qwen3-coder-next", INTL): [(32 * K, "0.3", "1.5"), (128 * K, "0.5", "2.5"), (None, "0.8", "4")],
    ("qwen3-coder-plus", CN): [
        (32 * K, "4", "16"), (128 * K, "6", "24"), (256 * K, "10", "40"), (None, "20", "200")],
    ("qwen3-coder-plus", INTL): [
        (32 * K, "1", "5"), (128 * K, "1.8", "9"), (256 * K, "3", "15"), (None, "6", "60")],
    ("glm-5", CN): [(32 * K, "4", "18"), (None, "6", "22")],
    ("glm-4.7", CN): [(32 * K, "3", "14"), (None, "4", "16")],
    ("qwen-plus", CN): [(128 * K, "0.8", "2"), (256 * K, "2.4", "20"), (None, "4.8", "48")],
    ("qwen-plus", INTL): [(256 * K, "0.4", "1.2"), (None, "1.2", "3.6")],
    ("kimi-k2.5", CN): [(None, "4", "21")],
    ("kimi-k2.5", US): [(None, "4", "21")],
    ("MiniMax-M2.5", CN): [(None, "2.1", "8.4")],
    ("qwen3.7-max", INTL): [(None, "2.5", "7.5")],
    ("deepseek-v3.2", CN): [(None, "2", "3")],
    ("qwen-vl-max-latest", CN): [(None, "1.6", "4")],
    ("qwen-vl-max-latest", INTL): [(None, "0.8", "3.2")],
    ("qwen3.5-omni-plus", CN): [(None, "7", "40")],
    ("qwen3.5-omni-plus", INTL): [(None, "1.4", "8.3")],
    ("qwen3.5-omni-flash", CN): [(None, "2.2", "13.3")],
    ("qwen-mt-plus", CN): [(None, "1.8", "5.4")],
    ("qwen-mt-plus", INTL): [(None, "18.055", "54.09")],
    ("text-embedding-v4", CN): [(None, "0.5", "0")],
    ("qwen3-rerank", INTL): [(None, "0.10", "0")],
}
# Output of a request that thinks, by tier, where it has a price of its own.
THINKING = {("qwen-plus", CN): ["8", "24", "64"], ("qwen-plus", INTL): ["4", "12"]}
# Published amounts; elsewhere a hit is 20 % of the input price, an explicit hit 10 %, and writing 125 %.
CACHE = {
    ("kimi-k2.5", CN): ("0.8", "0.4", "5"), ("kimi-k2.5", US): ("0.8", "0.4", "5"),
    ("MiniMax-M2.5", CN): ("0.42", None, None), ("qwen3.7-max", INTL): ("0.5", "0.25", "3.125"),
    ("deepseek-v3.2", CN): ("0.4", "0.2", "2.5"), ("qwen-vl-max-latest", CN): ("0.32", "0.16", "2"),
}
AUDIO = {
    ("qwen3.5-omni-plus", CN): ("53", "213"), ("qwen3.5-omni-plus", INTL): ("11", "44"),
    ("qwen3.5-omni-flash", CN): ("18", "72"),
}
YUAN_ABROAD = {("qwen-mt-plus", INTL), ("kimi-k2.5", US)}


def currency(model, endpoint):
    return "CNY" if endpoint == CN or (model, endpoint) in YUAN_ABROAD else "USD"


def text(amount):
    """An exact decimal without trailing zeros."""
    if amount < 0:
        return "-" + text(-amount)
    digits = amount.numerator * 10**15 // amount.denominator
    assert Fraction(digits, 10**15) == amount
    whole, rest = divmod(digits, 10**15)
    return f"{whole}.{rest:015d}".rstrip("0").rstrip(".")


def bill(name, model, endpoint, input, output, thinking=False, **kinds):
    row = TIERS[model, endpoint]
    index = next(i for i, (limit, _, _) in enumerate(row) if limit is None or input <= limit)
    price_in, price_out = row[index][1:]
    if thinking and (model, endpoint) in THINKING:
        price_out = THINKING[model, endpoint][index]
    tenth = Fraction(price_in) / 10
    hit, explicit, write = CACHE.get(
        (model, endpoint), (text(tenth * 2), text(tenth), text(Fraction(price_in) * 5 / 4)))
    read, created = kinds.get("cacheRead", 0), kinds.get("cacheWrite", 0)
    heard, spoken = kinds.get("audio", 0), kinds.get("audioOutput", 0)
    plain = input - read - created - heard
    parts = [(plain, price_in), (read, explicit if created or kinds.get("explicitCache") else hit), (created, write)]
    parts += [(heard, AUDIO[model, endpoint][0])] if heard else []
    parts += [(output - spoken, price_out)] + ([(spoken, AUDIO[model, endpoint][1])] if spoken else [])
    parts = [(tokens, price) for tokens, price in parts if tokens]
    total = sum((tokens * Fraction(price) for tokens, price in parts), Fraction(0)) / 10**6
    # What the cached tokens would have cost as plain input, less what they did.
    price_read = Fraction((explicit if created or kinds.get("explicitCache") else hit) or 0)
    saved = read * (Fraction(price_in) - price_read) + created * (Fraction(price_in) - Fraction(write or 0))
    shown = " + ".join(f"{tokens}*{price}" for tokens, price in parts) or "0"
    expected = f"{currency(model, endpoint)} {text(total)}"
    return case(name, model, endpoint, input, output, expected, f"({shown})/1e6 = {text(total)}", thinking, kinds,
                text(saved / 10**6))


def case(name, model, endpoint, input, output, expected, arithmetic, thinking=False, kinds={}, saved=None):
    return {
        "name": name, "model": model, "endpoint": endpoint, "thinking": thinking,
        "usage": {"input": input, "output": output, "cacheRead": 0, "cacheWrite": 0, **kinds},
        "expected": expected, "saved": saved, "arithmetic": arithmetic}


cases = []
tiered = list(TIERS)[:14]
for index, (model, endpoint) in enumerate(tiered):
    for limit, _, _ in TIERS[model, endpoint][:-1]:
        for step in (-1, 0, 1):
            cases.append(bill(f"tier edge {limit}{step:+d}", model, endpoint, limit + step, 997 + index))

for thinking in (False, True):
    word = "thinking" if thinking else "not thinking"
    reasoning = {"reasoning": 750} if thinking else {"reasoning": 0}
    for endpoint in (CN, INTL):
        for input in (1000, 262_145):
            cases.append(bill(word, "qwen-plus", endpoint, input, 1000, thinking, **reasoning))
    cases.append(bill(word, "qwen3.5-plus", INTL, 1000, 1000, thinking, **reasoning))
cases += [
    bill("implicit hit", "qwen3.5-plus", CN, 10_000, 321, cacheRead=8192),
    bill("implicit hit in the second tier", "qwen3.5-plus", CN, 131_073, 0, cacheRead=131_072),
    bill("implicit hit", "qwen3.5-plus", INTL, 10_000, 321, cacheRead=8192),
    bill("implicit hit, published", "kimi-k2.5", CN, 10_000, 321, cacheRead=9999),
    bill("implicit hit, published", "MiniMax-M2.5", CN, 10_000, 321, cacheRead=4096, reasoning=300),
    bill("implicit hit of all", "qwen3.7-max", INTL, 10_000, 1, cacheRead=10_000),
    bill("implicit hit", "glm-5", CN, 32_769, 100, cacheRead=32_768),
    bill("explicit hit", "qwen3.5-plus", CN, 10_000, 321, cacheRead=8192, explicitCache=True),
    bill("explicit hit", "qwen3.7-max", INTL, 10_000, 321, cacheRead=8192, explicitCache=True),
    bill("explicit hit, published", "kimi-k2.5", US, 10_000, 321, cacheRead=8192, explicitCache=True),
    bill("explicit write", "qwen3.5-plus", CN, 10_000, 321, cacheWrite=8192),
    bill("explicit write", "qwen3.7-max", INTL, 10_000, 321, cacheWrite=9000),
    bill("explicit write and hit", "qwen3-coder-plus", INTL, 40_000, 321, cacheWrite=2048, cacheRead=30_000),
    bill("explicit write and hit", "deepseek-v3.2", CN, 4000, 321, cacheWrite=1024, cacheRead=2048),
    bill("explicit write and hit while thinking", "qwen-plus", INTL, 4000, 321, True, cacheWrite=1024, cacheRead=2048),
    bill("written and never read", "qwen3.6-plus", INTL, 30_000, 50, cacheWrite=29_500),
    bill("a conversation's first marked turn", "qwen3.5-plus", INTL, 12_000, 400, cacheWrite=11_800),
    bill("its second", "qwen3.5-plus", INTL, 12_500, 400, cacheRead=11_800, cacheWrite=600),
    bill("its third", "qwen3.5-plus", INTL, 13_000, 400, cacheRead=12_400, cacheWrite=500),
    bill("a read in the dearer tier", "qwen3.5-plus", INTL, 262_145, 9, cacheRead=262_000, explicitCache=True),
    bill("one token read", "qwen3-coder-plus", CN, 1025, 1, cacheRead=1, explicitCache=True),
    bill("image", "qwen-vl-max-latest", CN, 5000, 200, image=4200),
    bill("image", "qwen-vl-max-latest", INTL, 5000, 200, image=4200),
    bill("image and hit", "qwen-vl-max-latest", CN, 5000, 200, image=2000, cacheRead=2048),
    bill("video", "qwen3.5-plus", INTL, 90_000, 200, video=88_000),
    bill("audio in", "qwen3.5-omni-plus", CN, 2000, 300, audio=1500),
    bill("audio in", "qwen3.5-omni-plus", INTL, 2000, 300, audio=2000),
    bill("audio in and out", "qwen3.5-omni-plus", INTL, 2000, 300, audio=1500, audioOutput=250),
    bill("audio out", "qwen3.5-omni-flash", CN, 2000, 300, audioOutput=300),
    bill("yuan abroad", "qwen-mt-plus", INTL, 777, 333),
    bill("embedding", "text-embedding-v4", CN, 3, 0),
    bill("rerank", "qwen3-rerank", INTL, 12_345, 0),
    bill("one token", "qwen3.5-plus", INTL, 1, 0),
    case("no published price", "MiniMax-M2.5", INTL, 100, 10, "unknown", "not sold there"),
    case("a model nobody knows", "qwen99-ultra", INTL, 100, 10, "unknown", "no list has it"),
    case("no cache price", "qwen-mt-plus", CN, 100, 10, "unknown", "no list has a price for hits", kinds={"cacheRead": 50}),
    case("counts that contradict each other", "qwen3.5-plus", CN, 100, 10, "unknown", "101 of 100 cannot be cached",
         kinds={"cacheRead": 101}),
    case("another region's price is none", "qwen3.7-plus", CN, 100, 10, "unknown", "published for Singapore only"),
    case("subscription", "qwen3.5-plus", "coding-intl", 262_145, 5000, "included", "the plan pays"),
    case("subscription", "qwen3.5-plus", "coding-cn", 131_073, 5000, "included", "the plan pays"),
    case("subscription without a list price", "MiniMax-M2.5", "coding-intl", 100, 10, "included", "the plan pays"),
    case("credits", "qwen3.7-plus", "token-plan-intl", 8349, 573, "included", "the plan pays", kinds={"cacheRead": 4096}),
]
assert len(cases) >= 120, len(cases)
print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
