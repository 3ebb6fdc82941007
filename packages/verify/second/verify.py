#!/usr/bin/env python3
"""A second verifier of Steward ledgers and proofs, written from FORMAT.md alone to prove that the format suffices.

Python 3.11's standard library computes hashes and structure; Ed25519 and the signatures of passkeys are verified by the
openssl command line (3.0 or newer). It says less than steward-verify does: the first lines of what is wrong.

    verify.py FILE [--root KID] [--witness LOG ...] [--witness-key NAME=PUBLICKEYHEX ...]
    verify.py --vectors FOLDER

Exit code: 0 valid, 1 findings, 2 unusable input.
"""
import base64
import datetime
import email
import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import unicodedata
import urllib.parse

ZERO = "0" * 64
MINUTE = 60_000
SAFE = 2**53 - 1
LAST_TIME = 253_402_300_799_999
MEANINGS = "PREPARED REVIEWED APPROVED RECORDED CONFIRMED RECEIVED WITNESSED VERIFIED CLOSED REJECTED".split()


ACTS = ("PIN", "PASSWORD_AND_CODE", "PASSKEY")


class Refused(Exception):
    """What is not written as it must be."""


class Unusable(Exception):
    """No ledger and no proof."""


def sha(data):
    return hashlib.sha256(data).digest()


# --- section 1: conventions ---------------------------------------------------------------------------------------


def is_hex(value, length):
    return isinstance(value, str) and re.fullmatch(r"[0-9a-f]{%d}" % (2 * length), value) is not None


def is_uuid(value):
    pattern = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def is_count(value):
    return type(value) is int and 0 <= value <= SAFE


def is_text(value):
    return isinstance(value, str) and value != ""


def instant(value):
    """Milliseconds since 1970, or None."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", value, re.ASCII):
        return None
    try:
        at = datetime.datetime.strptime(value[:19] + "+0000", "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        return None
    if at.second != int(value[17:19]):
        return None
    epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
    delta = at - epoch
    return (delta.days * 86_400 + delta.seconds) * 1000 + int(value[20:23])


def is_bytes(value):
    return isinstance(value, str) and re.fullmatch(r"([0-9a-f]{2})+", value) is not None


def is_amount(value):
    return isinstance(value, str) and re.fullmatch(r"(0|[1-9][0-9]{0,15})\.[0-9]{2}", value) is not None


def is_proof(it):
    if not isinstance(it, dict) or not is_text(it.get("method")) or "at" not in it:
        return False
    if it["at"] is not None and instant(it["at"]) is None:
        return False
    if it["method"] in ("SESSION", "CREDENTIAL"):
        return len(it) == 2
    if it["method"] not in ACTS:
        return True
    names = ["at", "batch", "method", "nonce"]
    evidence = ["authenticatorData", "clientDataJSON", "credential", "publicKey", "signature"]
    if it["method"] == "PASSKEY":
        names += evidence
    if not members(it, *names) or it["at"] is None or not is_hex(it["nonce"], 16):
        return False
    if it["method"] == "PASSKEY" and not all(is_bytes(it[name]) for name in evidence):
        return False
    batch = it["batch"]
    return batch is None or (
        isinstance(batch, list)
        and 2 <= len(batch) <= 1000
        and all(is_hex(one, 32) for one in batch)
        and len(set(batch)) == len(batch)
    )


def members(value, *names):
    return isinstance(value, dict) and sorted(value) == sorted(names)


def no_duplicates(pairs):
    result = dict(pairs)
    if len(result) != len(pairs):
        raise Refused("a duplicate key")
    return result


def no_constant(name):
    raise Refused(name)


def strict(text):
    """JSON that says nothing twice."""
    try:
        return json.loads(text, object_pairs_hook=no_duplicates, parse_constant=no_constant)
    except (ValueError, RecursionError) as error:
        raise Refused("not JSON") from error


ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write_text(text):
    if any(0xD800 <= ord(c) <= 0xDFFF for c in text):
        raise Refused("a lone surrogate")
    if unicodedata.normalize("NFC", text) != text:
        raise Refused("not NFC")
    return '"' + "".join(ESCAPES.get(c) or ("\\u%04x" % ord(c) if c < " " else c) for c in text) + '"'


def canonical(value, depth=0):
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        if abs(value) > SAFE:
            raise Refused("no safe integer")
        return str(value)
    if isinstance(value, str):
        return write_text(value)
    if depth == 64:
        raise Refused("too deep")
    if isinstance(value, list):
        return "[" + ",".join(canonical(item, depth + 1) for item in value) + "]"
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(write_text(key) + ":" + canonical(value[key], depth + 1) for key in keys) + "}"
    raise Refused("a float")


def read_canonical(text):
    value = strict(text)
    if canonical(value) != text:
        raise Refused("not canonical")
    return value


def utf8(text):
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused("a lone surrogate") from error


verified = {}


def ed25519(public_key, signature, message):
    """By openssl; each triple once."""
    triple = (public_key, signature, message)
    if triple not in verified:
        verified[triple] = len(signature) == 64 and openssl(*triple)
    return verified[triple]


def openssl(public_key, signature, message):
    der = bytes.fromhex("302a300506032b6570032100") + public_key
    return openssl_verify(der, signature, message, ["pkeyutl", "-verify", "-rawin"])


def key_kind(der):
    """What kind of key a SubjectPublicKeyInfo holds, as far as a passkey may have it."""
    if der.startswith(bytes.fromhex("302a300506032b6570032100")) and len(der) == 44:
        return "EdDSA"
    if der.startswith(bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200")) and len(der) == 91:
        return "ES256"
    if bytes.fromhex("06092a864886f70d010101") in der[:32] and len(der) >= 290:
        return "RS256"
    return None


def passkey(der, signature, message):
    """ES256, RS256 or EdDSA, by openssl."""
    triple = (der, signature, message)
    if triple not in verified:
        digest = [] if key_kind(der) == "EdDSA" else ["-digest", "sha256"]
        words = ["pkeyutl", "-verify", "-rawin", *digest]
        verified[triple] = key_kind(der) is not None and openssl_verify(der, signature, message, words)
    return verified[triple]


def openssl_verify(der, signature, message, command):
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("key.der", "signature", "message")]
        for path, content in zip(paths, (der, signature, message)):
            with open(path, "wb") as file:
                file.write(content)
        key, sig, text = paths
        words = ["openssl", *command, "-pubin", "-keyform", "DER", "-inkey", key]
        done = subprocess.run([*words, "-in", text, "-sigfile", sig], capture_output=True, check=False)
        return done.returncode == 0


# --- section 4: the tree ------------------------------------------------------------------------------------------


def leaf(entry_hash):
    return sha(b"\0" + entry_hash)


def node(left, right):
    return sha(b"\1" + left + right)


def root(hashes):
    """RFC 6962 2.1, word for word."""
    if not hashes:
        return sha(b"")
    if len(hashes) == 1:
        return leaf(hashes[0])
    k = 1 << ((len(hashes) - 1).bit_length() - 1)
    return node(root(hashes[:k]), root(hashes[k:]))


def root_by_path(index, size, entry_hash, path):
    """The root to which an inclusion proof leads, by the recursion of 2.1.1."""
    if size == 1:
        if path:
            raise Refused("a path too long")
        return leaf(entry_hash)
    if not path:
        raise Refused("a path too short")
    k = 1 << ((size - 1).bit_length() - 1)
    if index < k:
        return node(root_by_path(index, k, entry_hash, path[:-1]), path[-1])
    return node(path[-1], root_by_path(index - k, size - k, entry_hash, path[:-1]))


# --- section 6: keys ----------------------------------------------------------------------------------------------


class Ring:
    def __init__(self, records, found):
        self.keys = {}
        retired = set()
        for index, record in enumerate(records):
            try:
                self.add(record, index == 0, retired)
            except Refused as why:
                found.append(f"key {index}: {why}")

    def add(self, it, is_first, retired):
        names = ("by", "from", "kid", "publicKey", "retires", "sig", "until")
        sound = (
            members(it, *names)
            and (it["by"] is None or is_hex(it["by"], 8))
            and instant(it["from"]) is not None
            and is_hex(it["kid"], 8)
            and is_hex(it["publicKey"], 32)
            and (it["sig"] is None or is_hex(it["sig"], 64))
            and all(it[name] is None or instant(it[name]) is not None for name in ("retires", "until"))
        )
        if not sound:
            raise Refused("malformed")
        public_key = bytes.fromhex(it["publicKey"])
        if sha(public_key).hex()[:16] != it["kid"] or it["kid"] in self.keys:
            raise Refused("not its id, or a second time")
        start = instant(it["from"])
        beside = None
        if is_first:
            if any(it[name] is not None for name in ("by", "retires", "sig")):
                raise Refused("the first is no root")
        else:
            by = self.keys.get(it["by"])
            if by is None or it["sig"] is None:
                raise Refused("not endorsed")
            said = canonical({name: it[name] for name in ("by", "from", "kid", "publicKey", "retires")})
            message = b"steward/key/v1\n" + utf8(said)
            if not ed25519(by["key"], bytes.fromhex(it["sig"]), message) or not self.signs(by, start):
                raise Refused("wrongly endorsed")
            beside = by
            if it["retires"] is not None:
                beside = by["beside"]
                if it["by"] in retired:
                    raise Refused("a second end")
                retired.add(it["by"])
                by["until"] = min(by["until"], instant(it["retires"]))
        until = float("inf") if it["until"] is None else instant(it["until"])
        self.keys[it["kid"]] = {"key": public_key, "from": start, "until": until, "beside": beside}

    @staticmethod
    def signs(key, at):
        start, end = key["from"], key["until"]
        while key["beside"]:
            key = key["beside"]
            end = min(end, key["until"])
        return start - MINUTE <= at <= end + MINUTE


# --- section 5: checkpoints ---------------------------------------------------------------------------------------


def from_base64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Refused("no base64") from error
    if base64.b64encode(data).decode() != text:
        raise Refused("another spelling of base64")
    return data


def read_checkpoint(note):
    """The checkpoint and the signature lines of a note."""
    if not isinstance(note, str) or "\n\n" not in note or not note.endswith("\n"):
        raise Refused("no signed note")
    text, rest = note.split("\n\n", 1)
    text += "\n"
    lines = text.split("\n")
    pattern = [r"steward/[0-9a-f-]{36}(/audit)?", r"0|[1-9][0-9]{0,15}", r"[A-Za-z0-9+/=]{44}"]
    pattern += [r"at .{24}", r"head [0-9a-f]{64}", r"previous [0-9a-f]{64}", ""]
    if len(lines) != 7 or not all(re.fullmatch(p, line) for p, line in zip(pattern, lines)):
        raise Refused("no checkpoint")
    it = {"text": text, "origin": lines[0], "size": int(lines[1]), "root": from_base64(lines[2])}
    it.update(at=lines[3][3:], head=lines[4][5:], previous=lines[5][9:], signatures=[])
    if len(it["root"]) != 32 or it["size"] > SAFE or instant(it["at"]) is None:
        raise Refused("no checkpoint")
    for line in rest[:-1].split("\n"):
        match = re.fullmatch(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)", line)
        if not match or len(from_base64(match[2])) < 5:
            raise Refused("no signature line")
        data = from_base64(match[2])
        it["signatures"].append((match[1], data[:4], data[4:]))
    it["hash"] = sha(utf8(text)).hex()
    return it


def key_hash(name, algorithm, public_key):
    return sha(utf8(name) + b"\n" + bytes([algorithm]) + public_key)[:4]


def check_signing(it, ring):
    """Raises unless a key of the ring signed the checkpoint in its time, and none signed it wrongly."""
    right = False
    for name, hashed, signature in it["signatures"]:
        for key in ring.keys.values():
            if name != it["origin"] or hashed != key_hash(name, 1, key["key"]):
                continue
            if not ed25519(key["key"], signature, utf8(it["text"])):
                raise Refused("its signature does not verify")
            right = right or ring.signs(key, instant(it["at"]))
    if not right:
        raise Refused("signed by no trusted key")


def is_cosigned(it, witness):
    name, public_key = witness
    seen = False
    for line_name, hashed, data in it["signatures"]:
        if line_name != name or hashed != key_hash(name, 4, public_key):
            continue
        if len(data) != 72:
            raise Refused("its cosignature is malformed")
        (seconds,) = struct.unpack(">Q", data[:8])
        message = utf8(f"cosignature/v1\ntime {seconds}\n{it['text']}")
        if not ed25519(public_key, data[8:], message):
            raise Refused("its cosignature does not verify")
        seen = True
    return seen


# --- section 2: entries -------------------------------------------------------------------------------------------


def statement_hash(body, nonce):
    """What one signature says: all of the body but who wrote it down and how it was proven, with the nonce of the act."""
    said = {name: body[name] for name in body if name not in ("kid", "proof")}
    return sha(b"steward/sign/v1\n" + utf8(canonical({**said, "nonce": nonce}))).hex()


def challenge_of(statements):
    if len(statements) == 1:
        return statements[0]
    return sha(b"steward/signs/v1\n" + utf8(canonical(statements))).hex()


class Entries:
    """Judges entries in their order."""

    def __init__(self, org, ring, found, is_audit=False):
        self.org, self.ring, self.found, self.is_audit = org, ring, found, is_audit
        self.rows = {}
        self.signed = {}
        self.signings = {}
        self.passkeys = {}
        self.countersigned = set()

    def check(self, entry):
        """The entry, or None when it is not written as one."""
        sound = (
            members(entry, "at", "body", "hash", "prev", "seq", "sig")
            and is_count(entry["seq"])
            and is_count(entry["at"])
            and entry["at"] <= LAST_TIME
            and isinstance(entry["body"], str)
            and is_hex(entry["hash"], 32)
            and is_hex(entry["prev"], 32)
            and is_hex(entry["sig"], 64)
        )
        if not sound:
            self.found.append("an entry is malformed")
            return None
        try:
            self.check_hash(entry)
            self.check_body(entry)
        except Refused as why:
            self.found.append(f"entry {entry['seq']}: {why}")
        return entry

    def check_hash(self, it):
        body_hash = sha(utf8(it["body"]))
        place = struct.pack(">QQ", it["seq"], it["at"])
        data = b"\2" + bytes.fromhex(it["prev"]) + place + body_hash + bytes.fromhex(it["sig"])
        if sha(data).hex() != it["hash"]:
            raise Refused("its hash is another")

    def check_body(self, entry):
        body = read_canonical(entry["body"])
        sound = (
            isinstance(body, dict)
            and type(body.get("v")) is int
            and body["v"] == 1
            and is_uuid(body.get("org"))
            and is_text(body.get("kind"))
            and is_uuid(body.get("id"))
            and is_hex(body.get("kid"), 8)
        )
        if not sound:
            raise Refused("its body is malformed")
        key = self.ring.keys.get(body["kid"])
        if key is None or not self.ring.signs(key, entry["at"]):
            raise Refused("its key is unknown or outside its time")
        message = b"steward/entry/v1\n" + sha(utf8(entry["body"]))
        if not ed25519(key["key"], bytes.fromhex(entry["sig"]), message):
            raise Refused("its signature does not verify")
        if body["org"] != self.org or body["id"] in self.signed:
            raise Refused("of another organization, or an id twice")
        self.signed[body["id"]] = None
        if (body["kind"] == "AUDIT") != self.is_audit:
            raise Refused("of the other chain")
        if self.is_audit:
            self.check_audit(body, entry["at"])
        if body["kind"] == "SIGN_OFF":
            self.check_sign_off(body, entry["at"])
        if body["kind"] in ("PASSKEY_ADDED", "PASSKEY_REMOVED"):
            self.check_passkey(body)
        if body["kind"] == "PASSKEY_COUNTERSIGNED":
            self.check_countersignature(body)

    def check_passkey(self, body):
        added = body["kind"] == "PASSKEY_ADDED"
        own = "publicKey addedAt proof" if added else "removedAt by"
        holder, proof = body.get("holder"), body.get("proof")
        sound = (
            members(body, *f"v org kind id kid holder credential {own}".split())
            and members(holder, "staff", "person")
            and is_uuid(holder["staff"])
            and is_uuid(holder["person"])
            and is_bytes(body["credential"])
        )
        if sound and added:
            sound = (
                is_bytes(body["publicKey"])
                and instant(body["addedAt"]) is not None
                and members(proof, "at", "method")
                and is_text(proof["method"])
                and instant(proof["at"]) is not None
            )
        elif sound:
            sound = instant(body["removedAt"]) is not None and is_uuid(body["by"])
        if not sound:
            raise Refused("its body is malformed")
        known = self.passkeys.get(body["credential"])
        if added:
            if known or key_kind(bytes.fromhex(body["publicKey"])) is None:
                raise Refused("a passkey added twice, or of no known kind")
            self.passkeys[body["credential"]] = (holder["person"], body["publicKey"])
        else:
            self.passkeys.pop(body["credential"], None)
            self.countersigned.discard(body["credential"])
            if known is None or known[0] != holder["person"]:
                raise Refused("a passkey removed that this person did not have")

    def check_countersignature(self, body):
        """Somebody else says whose passkey it is; once."""
        names = "v org kind id kid holder credential publicKey countersignedAt by proof".split()
        holder, by, proof = body.get("holder"), body.get("by"), body.get("proof")
        sound = (
            members(body, *names)
            and all(members(it, "staff", "person") and all(is_uuid(one) for one in it.values()) for it in (holder, by))
            and is_bytes(body["credential"])
            and is_bytes(body["publicKey"])
            and instant(body["countersignedAt"]) is not None
            and members(proof, "at", "method")
            and is_text(proof["method"])
            and instant(proof["at"]) is not None
        )
        if not sound:
            raise Refused("its body is malformed")
        if self.passkeys.get(body["credential"]) != (holder["person"], body["publicKey"]):
            raise Refused("a passkey countersigned that this person does not have")
        if by["person"] == holder["person"] or body["credential"] in self.countersigned:
            raise Refused("a passkey countersigned by its holder, or twice")
        self.countersigned.add(body["credential"])

    def check_proof(self, body):
        """What the signer proved: that it was this, and by whose passkey."""
        proof = body["proof"]
        if proof["method"] not in ACTS:
            return
        own = statement_hash(body, proof["nonce"])
        act = [own] if proof["batch"] is None else proof["batch"]
        if own not in act:
            raise Refused("the act does not hold it")
        if proof["method"] != "PASSKEY":
            return
        if self.passkeys.get(proof["credential"]) != (body["signer"]["person"], proof["publicKey"]):
            raise Refused("its passkey is not the signer's")
        challenge = challenge_of(act)
        client_data = bytes.fromhex(proof["clientDataJSON"])
        data = bytes.fromhex(proof["authenticatorData"])
        said = strict(client_data.decode("utf-8", "strict"))
        if not isinstance(said, dict) or said.get("type") != "webauthn.get" or not is_text(said.get("origin")):
            raise Refused("no answer to a challenge")
        asked = base64.urlsafe_b64encode(bytes.fromhex(challenge)).decode().rstrip("=")
        if said.get("challenge") != asked:
            raise Refused("the device signed something else")
        host = urllib.parse.urlsplit(said["origin"]).hostname or ""
        if len(data) < 37 or data[:32] != sha(utf8(host)) or data[32] & 5 != 5:
            raise Refused("the device's answer is of another address, or without the person verified")
        message = data + sha(client_data)
        if not passkey(bytes.fromhex(proof["publicKey"]), bytes.fromhex(proof["signature"]), message):
            raise Refused("the signature of the passkey does not verify")

    def check_audit(self, body, at):
        if not members(body, "v", "org", "kind", "id", "kid", "content") or not is_hex(body["content"], 32):
            raise Refused("its body is malformed")
        self.signed[body["id"]] = {**body, "subject": {"type": "AuditEntry"}, "comment": None}
        self.rows[body["id"]] = [at, None]

    def finish_audit(self):
        """Each row is there, and none says that it is an hour older than one before it."""
        latest = None
        for at, written in self.rows.values():
            if written is None:
                raise Refused("a row is missing")
            if written > at + 5 * MINUTE or (latest is not None and written < latest - 60 * MINUTE):
                raise Refused("a row is dated back or ahead")
            latest = written if latest is None else max(latest, written)

    def check_sign_off(self, body, at):
        names = "v org kind id kid subject content meaning verb signer signing behalf comment signedAt proof amount".split()
        subject, signer, comment, proof = (body.get(name) for name in ("subject", "signer", "comment", "proof"))
        signing, behalf = body.get("signing"), body.get("behalf")
        sound = (
            members(body, *names)
            and members(subject, "type", "id", "revision")
            and is_text(subject["type"])
            and is_uuid(subject["id"])
            and is_count(subject["revision"])
            and is_hex(body["content"], 32)
            and body["meaning"] in MEANINGS
            and is_text(body["verb"])
            and members(signer, "staff", "person", "role")
            and is_uuid(signer["staff"])
            and is_uuid(signer["person"])
            and is_text(signer["role"])
            and (
                signing is None
                or (
                    members(signing, "id", "part", "step")
                    and is_uuid(signing["id"])
                    and is_count(signing["part"])
                    and is_count(signing["step"])
                )
            )
            and (
                behalf is None
                or (members(behalf, "delegation", "staff", "person") and all(is_uuid(it) for it in behalf.values()))
            )
            and (comment is None or (members(comment, "c") and is_hex(comment["c"], 32)))
            and instant(body["signedAt"]) is not None
            and is_proof(proof)
            and (body["amount"] is None or is_amount(body["amount"]))
        )
        if not sound:
            raise Refused("its body is malformed")
        self.signed[body["id"]] = body
        self.check_proof(body)
        self.check_signing(body)
        if instant(body["signedAt"]) > at + 5 * MINUTE:
            raise Refused("signed after it was appended")


    def check_signing(self, body):
        """Separation of duties, over natural persons."""
        signing, behalf, person = body["signing"], body["behalf"], body["signer"]["person"]
        if behalf is not None and behalf["person"] == person:
            raise Refused("on behalf of oneself")
        if signing is None:
            if body["meaning"] in ("REVIEWED", "APPROVED"):
                raise Refused("reviewed or approved outside a signing")
            return
        about = (body["subject"]["id"], body["content"])
        known = self.signings.setdefault(signing["id"], {"about": about, "steps": set(), "persons": [], "ended": set()})
        part = signing["part"]
        if known["about"] != about:
            raise Refused("another content than the others of its signing")
        if signing["step"] in known["steps"] or known["ended"] & {0, part}:
            raise Refused("a step twice, or after a rejection")
        known["steps"].add(signing["step"])
        for who in {person} | ({behalf["person"]} if behalf else set()):
            if any(who == other and (part == 0 or at in (0, part)) for at, other in known["persons"]):
                raise Refused("one person in two steps of a signing")
        known["persons"] += [(part, who) for who in {person} | ({behalf["person"]} if behalf else set())]
        if body["meaning"] == "REJECTED":
            known["ended"].add(part)


# --- section 3: documents -----------------------------------------------------------------------------------------


def follow(value, pointer):
    if pointer != "" and not pointer.startswith("/"):
        raise Refused("no JSON pointer")
    for key in pointer.split("/")[1:]:
        key = key.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict) and key in value:
            value = value[key]
        elif isinstance(value, list) and re.fullmatch(r"0|[1-9][0-9]*", key) and int(key) < len(value):
            value = value[int(key)]
        else:
            raise Refused("a path to nothing")
    return value


def check_row(it):
    """When the row of an audit trail was written."""
    sound = (
        members(it, "actor", "at", "changes", "reason", "request", "subject", "verb")
        and (it["actor"] is None or is_uuid(it["actor"]))
        and instant(it["at"]) is not None
        and isinstance(it["changes"], dict)
        and all(isinstance(change, list) and len(change) == 2 for change in it["changes"].values())
        and (it["reason"] is None or (members(it["reason"], "c") and is_hex(it["reason"]["c"], 32)))
        and is_text(it["request"])
        and is_text(it["verb"])
        and members(it["subject"], "id", "type")
        and is_uuid(it["subject"]["id"])
        and is_text(it["subject"]["type"])
    )
    if not sound:
        raise Refused("a row is malformed")
    return instant(it["at"])


def check_document(it, entries):
    if not members(it, "id", "content", "openings") or not isinstance(it["content"], str):
        raise Refused("a document is malformed")
    if it["id"] not in entries.signed or not isinstance(it["openings"], list):
        raise Refused("a document of no entry")
    body = entries.signed[it["id"]]
    if body is None:
        return
    if sha(utf8(it["content"])).hex() != body["content"]:
        raise Refused("another document")
    document = read_canonical(it["content"])
    if not members(document, "content", "subject", "v") or document["v"] != 1 or document["v"] is True:
        raise Refused("a document is malformed")
    if document["subject"] != body["subject"]["type"]:
        raise Refused("a document of another subject")
    if entries.is_audit:
        entries.rows[it["id"]][1] = check_row(document["content"])
    for opening in it["openings"]:
        if not members(opening, "path", "salt", "value") or not is_hex(opening["salt"], 16):
            raise Refused("an opening is malformed")
        path = opening["path"]
        committed = body["comment"] if path == "#comment" else follow(document["content"], path)
        c = sha(bytes.fromhex(opening["salt"]) + utf8(canonical(opening["value"]))).hex()
        if not members(committed, "c") or committed["c"] != c:
            raise Refused("another value is shown")


# --- sections 7 and 8: files and what is answered -----------------------------------------------------------------


def begin(it, form, names, root_kid, found):
    """The ring of a file, after its first members were judged."""
    if not members(it, *names) or it["format"] != form or not is_uuid(it["org"]) or not isinstance(it["keys"], list):
        raise Unusable(f"no {form}")
    origins = ["steward/" + it["org"]] + (["steward/" + it["org"] + "/audit"] if form == "steward-ledger/v1" else [])
    if it["origin"] not in origins:
        found.append("another origin")
    ring = Ring(it["keys"], found)
    first = next(iter(ring.keys), None)
    if root_kid is not None and first != root_kid:
        found.append("another root key")
    return ring


def notes_in(text):
    """The notes of a mail: quoted or not, its signature lines broken or not."""
    mail = email.message_from_string(text)
    if mail["content-transfer-encoding"] in ("base64", "quoted-printable"):
        text = mail.get_payload(decode=True).decode("utf-8")
    lines = [re.sub(r"^(> ?)+", "", line).rstrip() for line in text.replace("\r\n", "\n").split("\n")]
    for at, line in enumerate(lines):
        if not re.fullmatch(r"steward/[0-9a-f-]{36}(/audit)?", line):
            continue
        end = at + 6
        signatures = []
        for part in lines[end + 1 if lines[end : end + 1] == [""] else end :]:
            if part.startswith("— "):
                signatures.append(part)
            elif signatures and re.fullmatch(r"[A-Za-z0-9+/=]+", part):
                signatures[-1] += (" " if signatures[-1].count(" ") < 2 else "") + part
            else:
                break
        yield "\n".join([*lines[at:end], "", *signatures]) + "\n"


def read_mail(text, origin, ring, found):
    seen = []
    for note in notes_in(text):
        if not note.startswith(origin + "\n"):
            continue
        try:
            checkpoint = read_checkpoint(note)
            seen.append(checkpoint)
            check_signing(checkpoint, ring)
        except Refused as why:
            found.append(f"mail: {why}")
    if not seen:
        found.append("a mail of another ledger")
    return seen


def read_logs(logs, origin, ring, found):
    seen = []
    for log in logs:
        if not log.startswith("{"):
            seen.extend(read_mail(log, origin, ring, found))
            continue
        lines = log.split("\n")
        mine = 0
        if lines.pop() != "":
            found.append("a witness log is cut off")
        for line in lines:
            try:
                it = strict(line)
                if not members(it, "at", "checkpoint") or instant(it["at"]) is None:
                    raise Refused("a line is malformed")
                checkpoint = read_checkpoint(it["checkpoint"])
                if checkpoint["origin"] != origin:
                    continue
                mine += 1
                seen.append(checkpoint)
                check_signing(checkpoint, ring)
            except Refused as why:
                found.append(f"witness: {why}")
        if mine == 0:
            found.append("a witness log of another ledger")
    return seen


def verify_ledger(text, root_kid, logs, witnesses, found):
    lines = text.split("\n")
    if lines.pop() != "":
        found.append("the file is cut off")
    try:
        header = strict(lines[0]) if lines else None
    except Refused as why:
        raise Unusable(str(why)) from why
    ring = begin(header, "steward-ledger/v1", ("format", "org", "origin", "keys"), root_kid, found)
    is_audit = header["origin"] == "steward/" + header["org"] + "/audit"
    origin = "steward/" + header["org"] + ("/audit" if is_audit else "")
    entries = Entries(header["org"], ring, found, is_audit)
    hashes, notes, before, phase = [], [], None, 0
    for number, line in enumerate(lines[1:], 2):
        try:
            it = strict(line)
            kind = next(iter(it)) if isinstance(it, dict) and len(it) == 1 else None
            if kind not in ("entry", "checkpoint", "document"):
                raise Refused("an unknown line")
            order = ("entry", "checkpoint", "document").index(kind)
            if order < phase:
                raise Refused("a line out of order")
            phase = order
            if kind == "checkpoint":
                notes.append(it[kind])
            elif kind == "document":
                check_document(it[kind], entries)
            else:
                entry = entries.check(it[kind])
                if entry is None:
                    raise Refused("malformed")
                hashes.append(bytes.fromhex(entry["hash"]))
                if entry["seq"] != len(hashes) - 1:
                    raise Refused("another sequence number")
                if entry["prev"] != (before["hash"] if before else ZERO):
                    raise Refused("names another entry before it")
                if before and entry["at"] < before["at"]:
                    raise Refused("time runs back")
                before = entry
        except Refused as why:
            found.append(f"line {number}: {why}")
    try:
        entries.finish_audit()
    except Refused as why:
        found.append(str(why))
    texts, cosigned = check_checkpoints(notes, origin, hashes, ring, witnesses, found)
    seen = 0
    for it in read_logs(logs, origin, ring, found):
        if it["size"] > len(hashes):
            found.append("a tail is cut off")
        elif root(hashes[: it["size"]]) != it["root"]:
            found.append("history was rewritten")
        else:
            seen = max(seen, it["size"])
            if it["text"] not in texts:
                found.append("a witnessed checkpoint is missing")
    return max(seen, cosigned)


def check_checkpoints(notes, origin, hashes, ring, witnesses, found):
    texts, cosigned = set(), 0
    size, previous = 0, ZERO
    for index, note in enumerate(notes):
        try:
            it = read_checkpoint(note)
            texts.add(it["text"])
            if it["previous"] != previous or it["size"] < size or it["origin"] != origin:
                raise Refused("does not follow the one before")
            size, previous = it["size"], it["hash"]
            check_signing(it, ring)
            if size > len(hashes) or root(hashes[:size]) != it["root"]:
                raise Refused("of another tree")
            if it["head"] != (hashes[size - 1].hex() if size else ZERO):
                raise Refused("another head")
            for witness in witnesses:
                if is_cosigned(it, witness):
                    cosigned = max(cosigned, size)
        except Refused as why:
            found.append(f"checkpoint {index}: {why}")
    return texts, cosigned


def verify_proof(text, root_kid, logs, witnesses, found):
    try:
        it = strict(text)
    except Refused as why:
        raise Unusable(str(why)) from why
    names = ("format", "org", "origin", "keys", "entries", "inclusion", "documents", "checkpoint")
    ring = begin(it, "steward-proof/v1", names, root_kid, found)
    if not all(isinstance(it[name], list) for name in ("entries", "inclusion", "documents")):
        raise Unusable("no lists")
    origin = "steward/" + it["org"]
    entries = Entries(it["org"], ring, found)
    try:
        checkpoint = read_checkpoint(it["checkpoint"])
        check_signing(checkpoint, ring)
        if checkpoint["origin"] != origin or len(it["entries"]) != len(it["inclusion"]):
            raise Refused("of another ledger, or a path too many or too few")
        before = None
        for entry, path in zip(it["entries"], it["inclusion"]):
            entry = entries.check(entry)
            if entry is None:
                continue
            check_neighbours(entry, before)
            check_inclusion(entry, path, checkpoint)
            before = entry
        for document in it["documents"]:
            check_document(document, entries)
        seen = any([is_cosigned(checkpoint, witness) for witness in witnesses])
        for other in read_logs(logs, origin, ring, found):
            same = other["text"] == checkpoint["text"]
            seen = seen or same or other["previous"] == checkpoint["hash"]
            fork = other["size"] == checkpoint["size"] and other["root"] != checkpoint["root"]
            if fork or (other["previous"] == checkpoint["previous"] and not same):
                raise Refused("the witness saw another history")
        return checkpoint["size"] if seen else 0
    except Refused as why:
        found.append(str(why))
        return 0


def check_neighbours(entry, before):
    if before and (entry["seq"] <= before["seq"] or entry["at"] < before["at"]):
        raise Refused("entries out of order")
    follows = before is not None and before["seq"] + 1 == entry["seq"]
    expected = before["hash"] if follows else entry["prev"]
    if entry["prev"] != (ZERO if entry["seq"] == 0 else expected):
        raise Refused("names another entry before it")


def check_inclusion(entry, path, checkpoint):
    seq, size = entry["seq"], checkpoint["size"]
    if seq >= size or not isinstance(path, list) or not all(is_hex(step, 32) for step in path):
        raise Refused("not in the checkpoint")
    steps = [bytes.fromhex(step) for step in path]
    if root_by_path(seq, size, bytes.fromhex(entry["hash"]), steps) != checkpoint["root"]:
        raise Refused("its path leads elsewhere")
    if seq == size - 1 and entry["hash"] != checkpoint["head"]:
        raise Refused("another head")


def verify(text, root_kid, logs, witnesses):
    """What was found, and how many entries a witness saw."""
    found = []
    is_ledger = "steward-ledger/v1" in text.split("\n", 1)[0]
    check = verify_ledger if is_ledger else verify_proof
    return found, check(text, root_kid, logs, witnesses, found)


def read_witness(word):
    name, _, public_key = word.rpartition("=")
    if not name or not is_hex(public_key, 32):
        raise Unusable("NAME=PUBLICKEYHEX is expected")
    return name, bytes.fromhex(public_key)


# --- the vectors --------------------------------------------------------------------------------------------------


def check_vectors(folder):
    def load(name):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return json.load(file)

    failed = 0

    def tell(name, is_right, why=""):
        nonlocal failed
        failed += not is_right
        print(f"{'ok' if is_right else 'FAILED'} {name} {why}".rstrip())

    def is_canonical(text):
        try:
            read_canonical(text)
            return True
        except Refused:
            return False

    texts = load("canonical.json")
    for text in texts["accepted"]:
        tell(f"canonical {text[:40]!a}", is_canonical(text))
    for it in texts["refused"]:
        tell(f"refused {it['text'][:40]!a}", not is_canonical(it["text"]))
    for it in load("commitments.json"):
        c = sha(bytes.fromhex(it["salt"]) + utf8(canonical(it["value"]))).hex()
        tell(f"commitment to {it['value']!a}", c == it["c"])
    for it in load("entries.json"):
        message = b"steward/entry/v1\n" + sha(utf8(it["entry"]["body"]))
        right = message.hex() == it["message"] and leaf(bytes.fromhex(it["entry"]["hash"])).hex() == it["leaf"]
        tell(f"entry {it['entry']['seq']}", right and sha(bytes.fromhex(it["publicKey"])).hex()[:16] == it["kid"])
    for it in load("acts.json"):
        body = json.loads(it["body"])
        right = statement_hash(body, it["nonce"]) == it["statement"]
        act = body["proof"]["batch"] or [it["statement"]]
        tell(f"act {it['challenge'][:8]}", right and challenge_of(act) == it["challenge"])
    tree = load("tree.json")
    hashes = [bytes.fromhex(it) for it in tree["hashes"]]
    tell("roots", [root(hashes[:size]).hex() for size in range(len(hashes) + 1)] == tree["roots"])
    for it in tree["inclusion"]:
        path = [bytes.fromhex(step) for step in it["path"]]
        found = root_by_path(it["index"], it["size"], hashes[it["index"]], path).hex()
        tell(f"inclusion of {it['index']} in {it['size']}", found == tree["roots"][it["size"]])
    it = load("checkpoints.json")
    checkpoint = read_checkpoint(it["cosigned"])
    witness = (it["witness"]["name"], bytes.fromhex(it["witness"]["publicKey"]))
    tell("checkpoint", checkpoint["hash"] == it["hash"] and is_cosigned(checkpoint, witness))
    for name in ("ledgers.json", "audit.json", "proofs.json"):
        files = load(name)
        for kind in ("good", "bad"):
            for it in files[kind]:
                logs = [it["witness"]] if "witness" in it else []
                witnesses = [read_witness(it["witnessKey"])] if "witnessKey" in it else []
                found, seen = verify(it["file"], it.get("root"), logs, witnesses)
                right = not found and seen == it["witnessed"] if kind == "good" else bool(found)
                tell(f"{kind}: {it['name']}", right, "; ".join(found))
    return 1 if failed else 0


def main(words):
    if words[:1] == ["--vectors"] and len(words) == 2:
        return check_vectors(words[1])
    options = {"--root": [], "--witness": [], "--witness-key": []}
    files = []
    rest = iter(words)
    for word in rest:
        if word in options:
            options[word].append(next(rest, ""))
        else:
            files.append(word)
    if len(files) != 1:
        print(__doc__, file=sys.stderr)
        return 2

    def read(path):
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()

    try:
        witnesses = [read_witness(word) for word in options["--witness-key"]]
        logs = [read(path) for path in options["--witness"]]
        root_kid = options["--root"][0] if options["--root"] else None
        found, seen = verify(read(files[0]), root_kid, logs, witnesses)
    except (OSError, ValueError, Unusable) as error:
        print(f"unusable: {error}", file=sys.stderr)
        return 2
    print("VALID" if not found else "NOT VALID")
    for line in found[:20]:
        print(f"  {line}")
    print(f"  {seen} entries seen by a witness")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
