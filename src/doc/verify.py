#!/usr/bin/env python3
"""verify.py FILE [FINGERPRINT...]: checks an evidence file or a pledge's PDF with Python and the openssl program alone; see ledger.md."""
import base64, hashlib, json, re, subprocess, sys, tempfile, urllib.parse, zlib
hash = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
def check(what, holds):
    print("ok    " if holds else "FAILED", what)
    if not holds: sys.exit(1)
def signed(key, text, signature):
    spki = base64.b64decode(evidence["keys"][key])
    check(f"the key is the one called {key}", hash(spki).hex() == key and (not trusted or key in trusted))
    return verified(spki, text.encode(), base64.b64decode(signature))
def verified(spki, text, signature):
    with tempfile.TemporaryDirectory() as folder:
        pem = b"-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(spki) + b"-----END PUBLIC KEY-----\n"
        for name, content in (("key", pem), ("text", text), ("signature", signature)):
            open(f"{folder}/{name}", "wb").write(content)
        command = ["openssl", "dgst", "-sha256", "-verify", "key", "-signature", "signature", "text"]
        return subprocess.run(command, cwd=folder, capture_output=True).returncode == 0
file, trusted = open(sys.argv[1], "rb").read(), [one.replace(" ", "").lower() for one in sys.argv[2:]]
attached = [zlib.decompress(one) for one in re.findall(rb"/EmbeddedFile.*?stream\r?\n(.*?)\r?\nendstream", file, re.S)]
evidence = json.loads(next((one for one in attached if b'"camket-evidence-v1"' in one[:99]), file) if attached else file)
leaf, receipt, head = bytes.fromhex(evidence["leaf_hash"]), evidence["receipt"], evidence["head"]
if evidence.get("record"): check("the leaf is that of the record", hash(b"\0", base64.b64decode(evidence["record"])) == leaf)
if attached: check("the record is the one attached to the PDF", base64.b64decode(evidence["record"]) in attached)
if receipt: check("the receipt speaks of this leaf", receipt["text"].split("\n")[::2][:2] == ["camket-receipt-v1", leaf.hex()])
if receipt: check("the receipt is signed", signed(receipt["key"], receipt["text"], receipt["signature"]))
check("the entry is in the log", head is not None)
_, origin, size, root, _, _, _ = head["text"].split("\n")
check("the head is of the same log", head["text"].startswith("camket-head-v1\n") and (not receipt or receipt["text"].split("\n")[1] == origin))
check("the head is signed", signed(head["key"], head["text"], head["signature"]))
def leads(node, here, way):
    last = int(size) - 1
    check("the leaf stands below the head", 0 <= here <= last)
    for other in map(bytes.fromhex, way):
        if last == 0 or len(other) != 32: check("the way is as long as it must be", False)
        right = here & 1 or here == last
        node = hash(b"\1", other, node) if right else hash(b"\1", node, other)
        while right and here and not here & 1: here, last = here >> 1, last >> 1
        here, last = here >> 1, last >> 1
    return last == 0 and node.hex() == root
check("the way leads from the leaf to the signed root", leads(leaf, evidence["leaf_index"], evidence["inclusion"]))
record, assertion, passkey = json.loads(base64.b64decode(evidence.get("record") or "e30=")), evidence.get("passkey_assertion"), evidence.get("passkey")
if record.get("authentication") == "PASSKEY":
    check("the signature of the passkey is there", bool(assertion and passkey))
    data, client, spki, added = (base64.b64decode(one) for one in (assertion["authenticator_data"], assertion["client_data"], assertion["spki"], passkey["record"]))
    asked, own = json.loads(client), json.loads(added)
    check("the passkey was asked to sign this leaf", asked["type"] == "webauthn.get" and base64.urlsafe_b64decode(asked["challenge"] + "=") == leaf)
    check("it made sure of its owner, at this site", data[:32] == hash(urllib.parse.urlsplit(asked["origin"]).hostname.encode()) and data[32] & 5 == 5)
    check("the passkey has signed", verified(spki, data + hash(client), base64.b64decode(assertion["signature"])))
    check("the passkey is the signer's", (own.get("kind"), own.get("act")) == ("PASSKEY", "ADDED") and own["owner"]["employee_code"] == record["signer"]["employee_code"] and base64.b64decode(own["spki"]) == spki)
    check("the passkey was in the log before", passkey["leaf_index"] < evidence["leaf_index"] and leads(hash(b"\0", added), passkey["leaf_index"], passkey["inclusion"]))
print("Keys, to compare with those published on paper:", *sorted({part["key"] for part in (receipt, head) if part}), sep="\n  ")
