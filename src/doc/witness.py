#!/usr/bin/env python3
"""witness.py ADDRESS FILE: keeps the newest head of a Camket ledger in FILE and tells when the ledger does not continue it.

For another agency's daily cron job; needs Python and the openssl program only. Ends with 0 when the ledger goes on from the
head in FILE (which is then replaced), with 1 when it does not (FILE stays: it is the proof), with 2 when nobody answers.
"""
import base64, hashlib, json, os, subprocess, sys, tempfile, urllib.request

def digest(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def alarm(why):
    print("ALARM ", why)
    sys.exit(1)

def fetch(path):
    try:
        with urllib.request.urlopen(address + path, timeout=30) as answer:
            return json.load(answer)
    except (OSError, ValueError) as failure:
        print("no answer:", path, failure)
        sys.exit(2)

def signed(head):
    """The text is signed by the key, and says what the fields say."""
    spki = base64.b64decode(head["spki"])
    if digest(spki).hex() != head["key"]:
        return False
    lines = head["text"].split("\n")
    if lines[:4] != ["camket-head-v1", head["origin"], str(head["tree_size"]), head["root"]]:
        return False
    with tempfile.TemporaryDirectory() as folder:
        pem = b"-----BEGIN PUBLIC KEY-----\n" + base64.encodebytes(spki) + b"-----END PUBLIC KEY-----\n"
        for name, content in (("key", pem), ("text", head["text"].encode()), ("signature", base64.b64decode(head["signature"]))):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(content)
        command = ["openssl", "dgst", "-sha256", "-verify", "key", "-signature", "signature", "text"]
        return subprocess.run(command, cwd=folder, capture_output=True).returncode == 0

def continues(old, new, proof):
    """RFC 9162, section 2.1.4.2."""
    first, second = old["tree_size"], new["tree_size"]
    roots = [bytes.fromhex(old["root"]), bytes.fromhex(new["root"])]
    path = [bytes.fromhex(one) for one in proof]
    if first == second:
        return not path and roots[0] == roots[1]
    if not 0 < first < second or not path or any(len(one) != 32 for one in path + roots):
        return False
    if first & (first - 1) == 0:
        path.insert(0, roots[0])
    here, last = first - 1, second - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    before = after = path[0]
    for node in path[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            before, after = digest(b"\1", node, before), digest(b"\1", node, after)
            while here and not here & 1:
                here, last = here >> 1, last >> 1
        else:
            after = digest(b"\1", after, node)
        here, last = here >> 1, last >> 1
    return last == 0 and before == roots[0] and after == roots[1]

address, file = sys.argv[1].rstrip("/"), sys.argv[2]
new = fetch("/api/log/head")
if not signed(new):
    alarm("the newest head is not signed by its key")
if os.path.exists(file):
    with open(file) as kept:
        old = json.load(kept)
    if new["origin"] != old["origin"]:
        alarm("another ledger answers")
    if new["tree_size"] < old["tree_size"]:
        alarm(f"the ledger has shrunk from {old['tree_size']} to {new['tree_size']} entries")
    proof = fetch(f"/api/log/consistency?from={old['tree_size']}&to={new['tree_size']}")["proof"]
    if not continues(old, new, proof):
        alarm(f"entries below {old['tree_size']} were changed")
    if new["key"] != old["key"]:
        print("note   the key changed; compare with the fingerprint on paper:", new["key"])
part = file + ".part"
with open(part, "w") as kept:
    json.dump(new, kept)
    kept.flush()
    os.fsync(kept.fileno())
os.replace(part, file)
print("ok    ", new["tree_size"], "entries,", new["root"], "key", new["key"])
