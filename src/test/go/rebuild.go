// Rebuilds whole logs from their files with golang.org/x/mod/sumdb alone, and says what it thinks.
//
// Standard input: one log a line, "FOLDER VKEY REMEMBERED", the last a checkpoint that this log has
// to continue, or "-"; or one proof of record a line, "proof FILE VKEY ENTRY", the last the file of
// the entry's bytes. Standard output: one line each, "verified SIZE" or "rejected REASON".
// No tile is trusted: tlog.TileHashReader takes forged ones (CVE-2026-56865), so every hash is
// computed from the entries, and every tile is compared with what they give.
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8
const width = 1 << height

type head struct {
	size int64
	root tlog.Hash
}

type hashes []tlog.Hash

func (all hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var found []tlog.Hash
	for _, index := range indexes {
		if index >= int64(len(all)) {
			return nil, errors.New("a hash that no entry gives")
		}
		found = append(found, all[index])
	}
	return found, nil
}

func readHead(file string, vkey string) (head, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return head{}, err
	}
	return openHead(text, vkey)
}

func openHead(text []byte, vkey string) (head, error) {
	verifier, err := note.NewVerifier(strings.TrimSpace(vkey))
	if err != nil {
		return head{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return head{}, err
	}
	// tlog.ParseTree knows the origin of the Go checksum database alone.
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() || lines[3] != "" {
		return head{}, errors.New("not the three lines of a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return head{}, errors.New("no size")
	}
	root, err := tlog.ParseHash(lines[2])
	return head{size, root}, err
}

func entries(folder string, size int64) (hashes, error) {
	var all hashes
	for first := int64(0); first < size; first += width {
		count := size - first
		if count > width {
			count = width
		}
		tile := tlog.Tile{H: height, L: 0, N: first / width, W: int(count)}
		path := strings.Replace(tile.Path(), "tile/8/0/", "tile/entries/", 1)
		bundle, err := os.ReadFile(filepath.Join(folder, path))
		if err != nil {
			return nil, err
		}
		for i := int64(0); i < count; i++ {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return nil, errors.New("a bundle is cut")
			}
			end := 2 + int(binary.BigEndian.Uint16(bundle))
			stored, err := tlog.StoredHashes(first+i, bundle[2:end], all)
			if err != nil {
				return nil, err
			}
			all = append(all, stored...)
			bundle = bundle[end:]
		}
		if len(bundle) > 0 {
			return nil, errors.New("a bundle is too long")
		}
	}
	return all, nil
}

func compareTiles(folder string, size int64, all hashes) error {
	for level := 0; size>>(height*level) > 0; level++ {
		wide := size >> (height * level)
		for n := int64(0); n*width < wide; n++ {
			w := wide - n*width
			if w > width {
				w = width
			}
			tile := tlog.Tile{H: height, L: level, N: n, W: int(w)}
			wanted, err := tlog.ReadTileData(tile, all)
			if err != nil {
				return err
			}
			path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
			found, err := os.ReadFile(filepath.Join(folder, path))
			if err != nil {
				return err
			}
			if !bytes.Equal(wanted, found) {
				return errors.New("tile " + path + " is not what the entries give")
			}
		}
	}
	return nil
}

func requireRoot(all hashes, wanted head, what string) error {
	root, err := tlog.TreeHash(wanted.size, all)
	if err == nil && root != wanted.root {
		err = errors.New(what)
	}
	return err
}

func check(folder string, vkey string, remembered string) (int64, error) {
	signed, err := readHead(filepath.Join(folder, "checkpoint"), vkey)
	if err != nil {
		return 0, err
	}
	if signed.size == 0 {
		return 0, errors.New("of an empty log this library says nothing")
	}
	all, err := entries(folder, signed.size)
	if err != nil {
		return 0, err
	}
	if err = requireRoot(all, signed, "the signed root is another"); err != nil {
		return 0, err
	}
	if err = compareTiles(folder, signed.size, all); err != nil {
		return 0, err
	}
	if remembered != "-" {
		old, err := readHead(remembered, vkey)
		if err != nil {
			return 0, err
		}
		if old.size > signed.size {
			return 0, errors.New("the log is shorter than remembered")
		}
		if old.size > 0 {
			if err = requireRoot(all, old, "the log was rewritten"); err != nil {
				return 0, err
			}
		}
	}
	return signed.size, nil
}

func checkProof(file string, vkey string, entry string) (int64, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	leaf, err := os.ReadFile(entry)
	if err != nil {
		return 0, err
	}
	top, signed, found := strings.Cut(string(text), "\n\n")
	lines := strings.Split(top, "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return 0, errors.New("no proof of record")
	}
	tree, err := openHead([]byte(signed), vkey)
	if err != nil {
		return 0, err
	}
	number := strings.TrimPrefix(lines[1], "index ")
	index, err := strconv.ParseInt(number, 10, 64)
	if err != nil || strconv.FormatInt(index, 10) != number || number == lines[1] {
		return 0, errors.New("no number")
	}
	var path tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return 0, err
		}
		path = append(path, hash)
	}
	return tree.size, tlog.CheckRecord(path, tree.size, tree.root, index, tlog.RecordHash(leaf))
}

func answer(asked []string) (int64, error) {
	if len(asked) == 4 && asked[0] == "proof" {
		return checkProof(asked[1], asked[2], asked[3])
	}
	return check(asked[0], asked[1], asked[2])
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		size, err := answer(strings.Fields(lines.Text()))
		if err != nil {
			fmt.Println("rejected", strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Println("verified", size)
		}
	}
}
