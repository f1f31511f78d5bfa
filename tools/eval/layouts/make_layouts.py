#!/usr/bin/env python3
"""Documents of our own as the United Nations sets them, in six languages, for printing.

    make_layouts.py FOLDER            writes FOLDER/KIND.LANGUAGE.fodt and what a reader sees of it, .json
    soffice --headless --convert-to pdf --outdir FOLDER FOLDER/*.fodt
    compare_layouts.py HEXAPLA FOLDER

The words are those of the letter in corpora/letter."""
import json
import re
import sys
from html import escape
from pathlib import Path

LETTER = Path(__file__).resolve().parents[3] / 'corpora' / 'letter'
FONTS = {'ar': 'DejaVu Sans', 'zh': 'Noto Serif CJK SC'}
COUNTRIES = {'fr': 'FR', 'es': 'ES', 'ru': 'RU'}
NAMES = ('organization organ distribution original date session item item_title title subject recycle letter opening '
         'category approved spent variance amount share total annex meeting contents').split()
WORDS = {
    'en': ['United Nations', 'General Assembly', 'Distr.: General', 'Original: English', '3 November 2020', 'Seventy-fifth session',
           'Agenda item 34', 'Prevention of armed conflict', 'Report of the Secretary-General', 'The situation of the displaced persons',
           'Please recycle', 'E', 'The General Assembly,', 'Category', 'Apportionment', 'Expenditure', 'Variance', 'Amount', 'Percentage',
           'Total', 'Annex', '18th plenary meeting', 'Contents'],
    'fr': ['Nations Unies', 'Assemblée générale', 'Distr. générale', 'Original : anglais', '3 novembre 2020', 'Soixante-quinzième session',
           'Point 34 de l’ordre du jour', 'Prévention des conflits armés', 'Rapport du Secrétaire général',
           'La situation des personnes déplacées', 'Merci de recycler', 'F', 'L’Assemblée générale,', 'Catégorie', 'Crédits ouverts',
           'Dépenses', 'Écart', 'Montant', 'Pourcentage', 'Total', 'Annexe', '18e séance plénière', 'Table des matières'],
    'es': ['Naciones Unidas', 'Asamblea General', 'Distr. general', 'Original: inglés', '3 de noviembre de 2020',
           'Septuagésimo quinto período de sesiones', 'Tema 34 del programa', 'Prevención de los conflictos armados',
           'Informe del Secretario General', 'La situación de las personas desplazadas', 'Se ruega reciclar', 'S', 'La Asamblea General,',
           'Categoría', 'Consignación', 'Gastos', 'Diferencia', 'Monto', 'Porcentaje', 'Total', 'Anexo', '18ª sesión plenaria', 'Índice'],
    'ru': ['Организация Объединенных Наций', 'Генеральная Ассамблея', 'Distr.: General', 'Russian Original: English', '3 November 2020',
           'Семьдесят пятая сессия', 'Пункт 34 повестки дня', 'Предотвращение вооруженных конфликтов', 'Доклад Генерального секретаря',
           'Положение перемещенных лиц', 'Просьба отправить на вторичную переработку', 'R', 'Генеральная Ассамблея,', 'Категория',
           'Ассигнования', 'Расходы', 'Разница', 'Сумма', 'Процент', 'Всего', 'Приложение', '18-е пленарное заседание', 'Содержание'],
    'ar': ['الأمم المتحدة', 'الجمعية العامة', 'Distr.: General', 'Arabic Original: English', '3 November 2020', 'الدورة الخامسة والسبعون',
           'البند 34 من جدول الأعمال', 'منع نشوب النزاعات المسلحة', 'تقرير الأمين العام', 'حالة المشردين', 'الرجاء إعادة استعمال الورق', 'A',
           'إن الجمعية العامة،', 'الفئة', 'الاعتمادات', 'النفقات', 'الفرق', 'المبلغ', 'النسبة', 'المجموع', 'المرفق', 'الجلسة العامة 18',
           'المحتويات'],
    'zh': ['联合国', '大会', 'Distr.: General', 'Chinese Original: English', '3 November 2020', '第七十五届会议', '议程项目34', '防止武装冲突',
           '秘书长的报告', '流离失所者的处境', '请回收', 'C', '大会，', '类别', '批款', '支出', '差异', '数额', '百分比', '共计', '附件',
           '第18次全体会议', '目录'],
}
PREAMBLE = {'en': ['Recalling', 'Noting', 'Reaffirming'], 'fr': ['Rappelant', 'Notant', 'Réaffirmant'],
            'es': ['Recordando', 'Observando', 'Reafirmando'], 'ru': ['ссылаясь на', 'отмечая', 'вновь подтверждая'],
            'ar': ['إذ تشير إلى', 'وإذ تلاحظ', 'وإذ تؤكد من جديد'], 'zh': ['回顾', '注意到', '重申']}
OPERATIVE = {'en': ['Requests', 'Calls upon', 'Decides'], 'fr': ['Prie', 'Demande', 'Décide'], 'es': ['Solicita', 'Exhorta', 'Decide'],
             'ru': ['просит', 'призывает', 'постановляет'], 'ar': ['تطلب', 'تدعو', 'تقرر'], 'zh': ['请', '促请', '决定']}
NOTES = {'en': ['See A/75/%d.', 'Resolution 70/%d.', 'Ibid., para. %d.', 'United Nations, Treaty Series, vol. %d, No. 1342.'],
         'fr': ['Voir A/75/%d.', 'Résolution 70/%d.', 'Ibid., par. %d.', 'Nations Unies, Recueil des Traités, vol. %d, no 1342.'],
         'es': ['Véase A/75/%d.', 'Resolución 70/%d.', 'Ibid., párr. %d.', 'Naciones Unidas, Treaty Series, vol. %d, núm. 1342.'],
         'ru': ['См. A/75/%d.', 'Резолюция 70/%d.', 'Там же, п. %d.', 'United Nations, Treaty Series, vol. %d, No. 1342.'],
         'ar': ['انظر A/75/%d.', 'القرار 70/%d.', 'المرجع نفسه، الفقرة %d.', 'الأمم المتحدة، مجموعة المعاهدات، المجلد %d، الرقم 1342.'],
         'zh': ['见A/75/%d。', '第70/%d号决议。', '同上，第%d段。', '联合国，《条约汇编》，第%d卷，第1342号。']}
ITEMS = {'ar': 'أبج'}
SENTENCE_END = r'[.。؟]["”»]?(?=\s|$|[^\s\d])'
BOLD = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"'
ITALIC = 'fo:font-style="italic" style:font-style-asian="italic" style:font-style-complex="italic"'
TABS = '<text:tab/>' * 8


def size(points):
    return ' '.join(f'{name}="{points}pt"' for name in ('fo:font-size', 'style:font-size-asian', 'style:font-size-complex'))


def letter_paragraphs(language):
    """Long paragraphs of the letter, without its marks of footnotes."""
    text = re.split(r'_{5,}', (LETTER / f'letter.{language}.txt').read_text(encoding='utf-8'))[0]
    paragraphs = []
    for line in filter(str.strip, text.split('\n')):
        if line[0] in ' \u3000' or not paragraphs:
            paragraphs.append([])
        paragraphs[-1].append(line.strip())
    joined = [('' if language == 'zh' else ' ').join(lines) for lines in paragraphs]
    if language != 'zh':
        joined = [re.sub(r'-\s(?=[a-zа-яé])', '', words) for words in joined]
    joined = [re.sub(r'\s+', ' ', re.sub(r'(?<=[”»。.])\d(?!\d)', '', words)) for words in joined]
    shortest = 60 if language == 'zh' else 200
    long = [words for words in joined if len(words) > shortest and 'http' not in words]
    return long[1:-1] if language in ('zh', 'ru') else long[1:]


def endless(language, paragraphs):
    """The paragraphs again and again, every other time with their sentences in another order."""
    while True:
        yield from paragraphs
        for words in paragraphs:
            sentences = re.split(r'(?<=[.。؟])\s+(?=[A-ZА-ЯÉء-ي])|(?<=。)(?=[^”])', words)
            half = len(sentences) // 2
            yield ('' if language == 'zh' else ' ').join(sentences[half:] + sentences[:half])


def ended(language, words, mark):
    """`words` with another mark at its end: a semicolon or a comma of the language."""
    marks = {';': {'zh': '；', 'ar': '؛'}, ',': {'zh': '，', 'ar': '،'}}[mark]
    return re.sub(r'[.。؟!]$', '', words) + marks.get(language, mark)


class Document:
    """Body of a flat OpenDocument text, and what is to be seen of it."""

    def __init__(self, language, kind, symbol, job='20-14520', head=''):
        self.language, self.kind, self.symbol, self.job, self.head = language, kind, symbol, job, head
        self.right_to_left = language == 'ar'
        self.words = dict(zip(NAMES, WORDS[language]))
        self.body, self.expected, self.notes = [], [], []
        self.columns = self.geneva = self.line_numbers = False
        self.item_xml = None  # of the agenda item's line, where it has a note

    def paragraph(self, style, words, kind, xml=None):
        self.body.append(f'<text:p text:style-name="{style}">{escape(words) if xml is None else xml}</text:p>')
        if kind:
            self.expected.append({'kind': kind, 'text': words})

    def masthead(self, title):
        word = self.words
        cell = '<table:table-cell table:style-name="bare">%s</table:table-cell>'
        lines = [word['distribution'], word['date'], '', word['original']]
        self.body.append(
            '<table:table table:style-name="table"><table:table-column table:style-name="c1"/><table:table-column table:style-name="c2"/>'
            '<table:table-row>' + cell % f'<text:p text:style-name="organization">{word["organization"]}</text:p>'
            + cell % (f'<text:p text:style-name="symbol"><text:span text:style-name="big">{self.symbol[0]}</text:span>'
                      f'{self.symbol[1:]}</text:p>')
            + '</table:table-row><table:table-row>' + cell % f'<text:p text:style-name="organ">{word["organ"]}</text:p>'
            + cell % ''.join(f'<text:p text:style-name="latin">{line}</text:p>' for line in lines) + '</table:table-row></table:table>')
        self.paragraph('bold', word['session'], 'session')
        self.paragraph('small', word['item'], None, self.item_xml)
        self.paragraph('bold', word['item_title'], None)
        self.paragraph('title', title, 'title')

    def heading(self, label, words, style):
        self.paragraph(style, f'{label} {words}', 'heading', f'{label}<text:tab/>{escape(words)}')

    def text(self, words, number='', note='', style='text'):
        """A paragraph, with a note at its first sentence's end."""
        xml, seen = escape(words), words
        if note:
            ends = [match.end() for match in re.finditer(SENTENCE_END, words)]
            cut = ends[0] if ends else len(words)
            label = str(len(self.notes) + 1)
            mark = f'({label})' if self.right_to_left else label
            xml = escape(words[:cut]) + self.note(mark, note) + escape(words[cut:])
            seen = words[:cut] + mark + words[cut:]
        if number:
            xml, seen = f'{escape(number)}<text:tab/>{xml}', f'{number} {seen}'
        self.paragraph(style, seen, 'body', xml)

    def note(self, mark, words):
        self.notes.append(words)
        kind = 'endnote' if self.geneva else 'footnote'
        return (f'<text:note text:note-class="{kind}"><text:note-citation text:label="{mark}">{mark}</text:note-citation>'
                f'<text:note-body><text:p text:style-name="note">{escape(words)}</text:p></text:note-body></text:note>')

    def table(self, heads, rows, ruled=True, marked=None):
        """`heads` are words and how many columns they span; the label of row `marked` has a raised a."""
        cell = 'ruled' if ruled else 'bare'
        xml = (f'<table:table table:style-name="table"><table:table-column table:style-name="first"/>'
               f'<table:table-column table:style-name="other" table:number-columns-repeated="{len(rows[0]) - 1}"/>')
        if heads:
            xml += '<table:table-row>' + ''.join(
                f'<table:table-cell table:style-name="{cell}" table:number-columns-spanned="{span}">'
                f'<text:p text:style-name="{"middle" if span > 1 else "head"}">{escape(words)}</text:p></table:table-cell>'
                + '<table:covered-table-cell/>' * (span - 1) for words, span in heads) + '</table:table-row>'
        for i, row in enumerate(rows):
            xml += '<table:table-row>' + ''.join(
                f'<table:table-cell table:style-name="{cell}"><text:p text:style-name="{"figure" if j else "label"}">{escape(words)}'
                + ('<text:span text:style-name="raised">a</text:span>' if i == marked and j == 0 else '')
                + '</text:p></table:table-cell>' for j, words in enumerate(row)) + '</table:table-row>'
        self.body.append(xml + '</table:table>')
        cells = [words for words, _ in heads] + [words + ('a' if i == marked and j == 0 else '') for i, row in enumerate(rows)
                                                 for j, words in enumerate(row)]
        self.expected += [{'kind': 'cell', 'text': words} for words in cells if words]

    def style(self, name, paragraph, letters=''):
        latin = name in ('symbol', 'latin')  # also in Arabic documents
        mode = 'rl-tb' if self.right_to_left and not latin else 'lr-tb'
        if self.right_to_left and not latin:  # LibreOffice takes "start" for the left
            if 'align="end"' in paragraph:
                paragraph = paragraph.replace('align="end"', 'align="start"')
            elif 'text-align' not in paragraph:
                paragraph += ' fo:text-align="end"'
        return (f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties style:writing-mode="{mode}" '
                f'{paragraph}/><style:text-properties {letters}/></style:style>\n')

    def styles(self):
        justified = 'fo:text-align="justify"' if not self.right_to_left or self.columns else ''
        inset = '' if self.columns else 'fo:margin-left="2cm" fo:margin-right="2cm" '
        note = justified if self.columns else f'fo:margin-left="2.4cm" fo:text-indent="-0.4cm" fo:margin-right="2cm" {justified}'
        styles = [
            ('organization', '', size(12)), ('organ', '', BOLD + ' ' + size(15)), ('symbol', 'fo:text-align="end"', size(10)),
            ('small', '', size(10)), ('latin', '', size(10)), ('bold', 'fo:margin-top="0.1cm"', BOLD + ' ' + size(10)),
            ('title', inset + 'fo:margin-top="0.5cm" fo:margin-bottom="0.4cm"', BOLD + ' ' + size(13)),
            ('heading', inset + 'fo:text-indent="-1cm" fo:margin-top="0.4cm" fo:margin-bottom="0.25cm" fo:keep-with-next="always"',
             BOLD + ' ' + size(13)),
            ('lower', inset + 'fo:text-indent="-1cm" fo:margin-top="0.3cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
             BOLD + ' ' + size(11)),
            ('text', inset + justified + ' fo:margin-bottom="0.21cm"', size(10)),
            ('indented', inset + justified + ' fo:text-indent="1cm" fo:margin-bottom="0.21cm"', size(10)),
            ('item', 'fo:margin-left="3cm" fo:margin-right="2cm" fo:text-indent="-1cm" fo:margin-bottom="0.21cm" ' + justified, size(10)),
            ('right', inset + 'fo:text-align="end"', ITALIC + ' ' + size(10)), ('note', note, size(8.5)),
            ('edge', '', size(8)), ('bold_edge', '', BOLD + ' ' + size(8)), ('right_edge', 'fo:text-align="end"', BOLD + ' ' + size(8)),
            ('label', '', size(9)), ('head', '', ITALIC + ' ' + size(7)), ('figure', 'fo:text-align="end"', size(9)),
            ('middle', 'fo:text-align="center"', ITALIC + ' ' + size(7)), ('contents', inset, size(10)), ('table_note', inset, size(8.5))]
        return ''.join(self.style(*style) for style in styles)

    def edges(self):
        """Heads and feet of all pages but the first."""
        if self.geneva:
            page = {'es': 'página', 'ru': 'стр.', 'ar': 'صفحة', 'zh': '第'}.get(self.language, 'page')
            return (f'<style:header><text:p text:style-name="edge">{self.symbol}</text:p><text:p text:style-name="edge">{page} '
                    f'<text:page-number/></text:p></style:header><style:footer><text:p text:style-name="edge">{self.job}</text:p>'
                    '</style:footer>')
        mark = '<text:page-number/>/<text:page-count/>'
        odd, even = self.symbol, self.symbol
        if self.head:
            odd, even = f'{escape(self.head)}<text:tab/>{odd}', f'{even}<text:tab/>{escape(self.head)}'
        return (f'<style:header><text:p text:style-name="right_edge">{odd}</text:p></style:header>'
                f'<style:header-left><text:p text:style-name="bold_edge">{even}</text:p></style:header-left>'
                f'<style:footer><text:p text:style-name="edge">{self.job}{TABS}{mark}</text:p></style:footer>'
                f'<style:footer-left><text:p text:style-name="edge">{mark}{TABS}{self.job}</text:p></style:footer-left>')

    def write(self, folder):
        font, mode = FONTS.get(self.language, 'Liberation Serif'), 'rl-tb' if self.right_to_left else 'lr-tb'
        fonts = ' '.join(f'{name}="{font}"' for name in ('fo:font-family', 'style:font-family-asian', 'style:font-family-complex'))
        language = self.language if self.language in COUNTRIES else 'en'
        urn = 'urn:oasis:names:tc:opendocument:xmlns:'
        spaces = {'office': urn + 'office:1.0', 'style': urn + 'style:1.0', 'text': urn + 'text:1.0', 'table': urn + 'table:1.0',
                  'fo': urn + 'xsl-fo-compatible:1.0'}
        notes = ''.join(f'<text:notes-configuration text:note-class="{kind}" text:citation-style-name="raised" '
                        'text:citation-body-style-name="raised" style:num-format="1"/>' for kind in ('footnote', 'endnote'))
        numbers = ('<text:linenumbering-configuration text:number-lines="true" text:increment="5" text:number-position="left" '
                   'text:offset="0.5cm" style:num-format="1"/>') if self.line_numbers else ''
        widths = ''.join(f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties '
                         f'style:column-width="{width}cm"/></style:style>'
                         for name, width in (('c1', 11), ('c2', 6), ('first', 6), ('other', 2.75), ('narrow', 1.2)))
        cells = ''.join(f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties {border} '
                        'fo:padding-left="0.19cm" fo:padding-right="0.19cm" fo:padding-top="0.05cm" fo:padding-bottom="0.05cm"/>'
                        '</style:style>' for name, border in (('bare', 'fo:border="none"'),
                                                             ('ruled', 'fo:border-bottom="0.5pt solid #000000"')))
        margins = ' '.join(f'fo:margin-{side}="{width}cm"' for side, width in (('top', 1.2), ('bottom', 1.2), ('left', 2), ('right', 2)))
        first_foot = (f'{self.job} ({self.words["letter"]})<text:tab/>031120<text:tab/>041120' + '<text:tab/>' * 4 + self.words['recycle'])
        bar_code = '*' + re.sub(r'[-.A-Z]', '', self.job) + '*'
        (folder / f'{self.kind}.{self.language}.fodt').write_text(f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document {' '.join(f'xmlns:{name}="{uri}"' for name, uri in spaces.items())} office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="{mode}"
 style:tab-stop-distance="1cm"/><style:text-properties {fonts} fo:language="{language}" fo:country="{COUNTRIES.get(language, 'US')}"
 style:language-asian="zh" style:country-asian="CN" style:language-complex="ar" style:country-complex="EG" {size(10)}/>
</style:default-style>{self.styles()}
<style:style style:name="raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="big" style:family="text"><style:text-properties {size(20)}/></style:style>{notes}{numbers}</office:styles>
<office:automatic-styles><style:page-layout style:name="page" style:page-usage="mirrored"><style:page-layout-properties
 fo:page-width="21cm" fo:page-height="27.9cm" {margins} style:writing-mode="{mode}"><style:footnote-sep style:width="0.018cm"
 style:rel-width="25%" style:adjustment="{'right' if self.right_to_left else 'left'}" style:line-style="solid"
 style:distance-before-sep="0.2cm" style:distance-after-sep="0.1cm"/></style:page-layout-properties><style:header-style>
<style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style>
<style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>
<style:style style:name="table" style:family="table"><style:table-properties style:width="17cm" table:align="margins"
 style:writing-mode="{mode}"/></style:style>{widths}{cells}
<style:style style:name="start" style:family="paragraph" style:parent-style-name="edge" style:master-page-name="First"/>
<style:style style:name="overleaf" style:family="paragraph" style:parent-style-name="text"><style:paragraph-properties
 fo:break-before="page"/></style:style><style:style style:name="columns" style:family="section"><style:section-properties>
<style:columns fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="First" style:page-layout-name="page" style:next-style-name="Standard">
<style:footer><text:p text:style-name="edge">{first_foot}</text:p><text:p text:style-name="edge">{bar_code}</text:p></style:footer>
</style:master-page><style:master-page style:name="Standard" style:page-layout-name="page">{self.edges()}</style:master-page>
</office:master-styles><office:body><office:text><text:p text:style-name="start"/>{''.join(self.body)}</office:text></office:body>
</office:document>''', encoding='utf-8')
        expected = self.expected + [{'kind': 'footnote', 'label': str(i + 1), 'text': words} for i, words in enumerate(self.notes)]
        (folder / f'{self.kind}.{self.language}.json').write_text(json.dumps(expected, ensure_ascii=False, indent=0), encoding='utf-8')


class Maker:
    """The documents of one language."""

    def __init__(self, language):
        self.language = language
        self.paragraphs = letter_paragraphs(language)
        self.more = endless(language, self.paragraphs)
        self.words = dict(zip(NAMES, WORDS[language]))

    def note(self, number):
        return NOTES[self.language][number % 4] % (100 + number)

    def start(self, number, letters):
        """The start of a sentence, cut off."""
        words = self.paragraphs[number % len(self.paragraphs)]
        return re.split(r'(?<=[.。؟])\s*(?=[^\s”»"\'’])', words)[0][:letters].rstrip(' ;؛；،,.。')

    def operative(self, number):
        return OPERATIVE[self.language][number % 3] + ' ' + ended(self.language, next(self.more), ';')

    def resolution(self):
        document = Document(self.language, 'resolution', 'A/RES/75/3', head=self.words['subject'])
        document.masthead(self.words['subject'])
        document.paragraph('indented', self.words['opening'], 'body')
        for i in range(6):
            words = PREAMBLE[self.language][i % 3] + ' ' + ended(self.language, next(self.more), ',')
            document.text(words, note=self.note(i) if i % 2 == 0 else '', style='indented')
        for i in range(12):
            document.text(self.operative(i), f'{i + 1}.', self.note(i + 10) if i % 3 == 0 else '', 'indented')
            if i == 4:
                for letter in ITEMS.get(self.language, 'abc'):
                    document.text(ended(self.language, next(self.more), ';'), f'({letter})', style='item')
        document.paragraph('right', self.words['meeting'], 'body')
        document.paragraph('right', '1' + self.words['date'].replace('3', '8', 1), 'body')
        return document

    def report(self):
        document = Document(self.language, 'report', 'A/75/574')
        document.masthead(self.words['title'])
        number = 0
        for i, roman in enumerate(('I.', 'II.', 'III.')):
            document.heading(roman, self.start(i + 3, 40), 'heading')
            for j, letter in enumerate(('A.', 'B.')):
                document.heading(letter, self.start(i + j + 5, 50), 'lower')
                for _ in range(4):
                    number += 1
                    words = next(self.more)
                    note = next(self.more) if number % 5 == 0 else self.note(number)
                    document.text(words, f'{number}.', note if number % 2 else '')
                if j == 0:
                    self.add_finances(document, i)
        document.paragraph('title', self.words['annex'], 'annex')
        for _ in range(3):
            document.text(next(self.more), style='indented')
        return document

    def add_finances(self, document, number):
        word = self.words
        rows = [[word['category'], '(1)', '(2)', '(3)=(1)-(2)', '(4)=(3)÷(1)']]
        for i, name in enumerate(('approved', 'spent', 'amount', 'total')):
            rows.append([word[name], f'{37 + number} 339.{i}', f'48 44{i}.5', f'(11 10{i}.5)', f'(2{i}.7)'])
        document.table([('', 1), (word['approved'], 1), (word['spent'], 1), (word['variance'], 2)], rows, number != 1, marked=3)
        words = self.note(number)
        document.paragraph('table_note', 'a ' + words, 'note of a table',
                           '<text:span text:style-name="raised">a</text:span> ' + escape(words))

    def record(self):
        document = Document(self.language, 'record', 'A/75/PV.3')
        document.columns = True
        document.masthead(self.words['title'])
        document.body.append('<text:section text:style-name="columns" text:name="columns">')
        for _ in range(26):
            document.text(next(self.more), style='indented')
        document.body.append('</text:section>')
        return document

    def geneva(self):
        document = Document(self.language, 'geneva', 'A/HRC/22/13', job='GE.02-13345')
        document.geneva = True
        document.masthead(self.words['title'])
        for i in range(20):
            document.text(next(self.more), f'{i + 1}.', self.note(i) if i % 2 == 0 else '')
        return document

    def draft(self):
        document = Document(self.language, 'draft', 'A/C.3/75/L.7')
        document.line_numbers = True
        document.masthead(self.words['subject'])
        for i in range(22):
            document.text(self.operative(i), f'{i + 1}.', self.note(i), 'indented')
        return document

    def contents(self):
        document = Document(self.language, 'contents', 'A/75/6 (Sect. 3)')
        document.masthead(self.words['title'])
        document.paragraph('heading', self.words['contents'], 'heading')
        for i, roman in enumerate('I II III IV V VI VII VIII'.split()):
            title = self.start(i, 12 if self.language == 'zh' else 30)
            document.paragraph('contents', f'{roman}. {title} {i + 2}', 'entry of contents',
                               f'{roman}.<text:tab/>{escape(title)}' + ' .' * 20 + f' {i + 2}')
        document.body.append('<text:p text:style-name="overleaf"/>')
        for i in range(4):
            document.text(next(self.more), f'{i + 1}.')
        rows = [[self.words[name] for name in ('category', 'approved', 'spent', 'variance', 'total')]]
        rows += [[self.start(i, 28), self.start(i + 1, 24), str(i), f'{i}5.{i}', self.start(i + 3, 18)] for i in range(7)]
        document.table([], rows)
        for i in range(4, 9):
            document.text(next(self.more), f'{i + 1}.')
        return document


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for language in WORDS:
        maker = Maker(language)
        for make in (maker.resolution, maker.report, maker.record, maker.geneva, maker.draft, maker.contents):
            make().write(folder)


if __name__ == "__main__":
    main()
