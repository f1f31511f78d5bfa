#!/usr/bin/env python3
"""Compares what HEXAPLA reads of FOLDER/*.pdf with what make_layouts.py says a reader sees of them.

    compare_layouts.py HEXAPLA FOLDER [NAME]     with NAME, of files of that name, each difference too"""
import collections
import json
import re
import subprocess
import sys
from pathlib import Path


def bare(words):
    return re.sub(r'[\s\u200b-\u200f\u00ad]+', '', words)


def differences(blocks, expected):
    texts = collections.defaultdict(set)
    for block in blocks:
        texts[bare(block['text'])].add(block['kind'])
        if block['kind'] == 'signature':
            for line in block['text'].split('\n'):
                texts[bare(line)].add('signature')
    marks = collections.Counter(str(mark.get('label')) if isinstance(mark, dict) else str(mark)
                                for block in blocks for mark in block.get('footnote_marks', []))
    for wanted in expected:
        kind, words = wanted['kind'], bare(wanted['text'])
        if kind == 'footnote':
            notes = [bare(block['text']) for block in blocks if block['kind'] == kind and str(block.get('label')) == wanted['label']]
            if [re.sub(r'^\(?' + wanted['label'] + r'\)?', '', note) for note in notes] != [words]:
                yield 'note ' + wanted['label'], wanted['text'], notes
            elif marks[wanted['label']] != 1:
                yield 'marks of note ' + wanted['label'], marks[wanted['label']], wanted['text']
        elif words not in texts:
            yield kind, wanted['text'], [block['text'] for block in blocks if bare(block['text']).startswith(words[:12])]
        elif (kind == 'cell') != ('table' in texts[words]) and not (kind == 'body' and len(texts[words]) > 1):
            yield kind + ' told as', texts[words], wanted['text']
    for block in blocks:
        if block['kind'] != 'furniture' and re.search(r'20-14520|2014520|GE\.02|20-00145', block['text']):
            yield 'job number in', block['kind'], block['text']


def main():
    hexapla, folder, name = sys.argv[1], Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else ''
    totals = collections.defaultdict(lambda: [0, 0])
    for pdf in sorted(folder.glob('*.pdf')):
        if name not in pdf.name:
            continue
        kind, language = pdf.stem.split('.')
        run = subprocess.run([hexapla, 'ingest', pdf, '--format', 'jsonl', '--language', language], capture_output=True, text=True)
        head, *blocks = [json.loads(line) for line in run.stdout.splitlines()]
        expected = json.loads(pdf.with_suffix('.json').read_text(encoding='utf-8'))
        found = list(differences(blocks, expected))
        if head.get('facts', {}).get('date') != '2020-11-03' and language in ('en', 'ar', 'ru', 'zh'):
            found.append(('date', '2020-11-03', head.get('facts')))
        titles = [bare(wanted['text']) for wanted in expected if wanted['kind'] == 'title']
        if bare(head.get('facts', {}).get('title', '')) != titles[0]:
            found.append(('title', titles[0], head.get('facts')))
        print(f'{pdf.stem:16} {len(found):3} of {len(expected)}')
        for difference in found if name else []:
            print('   ', *difference)
        totals[kind][0] += len(found)
        totals[kind][1] += len(expected)
    for kind, (lost, all_of_them) in totals.items():
        print(f'{kind}: {lost} of {all_of_them}')


main()
