#!/usr/bin/env python3
"""More documents of our own as the United Nations sets them, in six languages, beside those of make_layouts.py.

    more_layouts.py FOLDER [FONT]     writes FOLDER/KIND.LANGUAGE.fodt and what a reader sees of it, .json

Letters with an annex and an enclosure, reports numbered by section with a summary in a box, long tables with notes below
them, lists of two levels, agendas, votes, drafts in brackets, and feet that hold the symbol."""
import sys
from html import escape
from itertools import count
from pathlib import Path

import make_layouts
from make_layouts import ITEMS, WORDS, Document, Maker, ended, size

LETTER_WORDS = {  # the letter's title, its closing, signature and office, "Enclosure", "Summary", "Source"
    'en': ['Letter dated 2 November 2020 from the Permanent Representative of Azerbaijan to the United Nations addressed to the '
           'Secretary-General', '(Signed) Yashar Aliyev', 'Ambassador', 'Permanent Representative',
           'Annex to the letter dated 2 November 2020 from the Permanent Representative of Azerbaijan to the United Nations addressed '
           'to the Secretary-General', 'Enclosure', 'Summary', 'Source'],
    'fr': ['Lettre datée du 2 novembre 2020, adressée au Secrétaire général par le Représentant permanent de l’Azerbaïdjan auprès de '
           'l’Organisation des Nations Unies', '(Signé) Yashar Aliyev', 'L’Ambassadeur', 'Représentant permanent',
           'Annexe à la lettre datée du 2 novembre 2020 adressée au Secrétaire général par le Représentant permanent de l’Azerbaïdjan '
           'auprès de l’Organisation des Nations Unies', 'Pièce jointe', 'Résumé', 'Source'],
    'es': ['Carta de fecha 2 de noviembre de 2020 dirigida al Secretario General por el Representante Permanente de Azerbaiyán ante '
           'las Naciones Unidas', '(Firmado) Yashar Aliyev', 'Embajador', 'Representante Permanente',
           'Anexo de la carta de fecha 2 de noviembre de 2020 dirigida al Secretario General por el Representante Permanente de '
           'Azerbaiyán ante las Naciones Unidas', 'Apéndice', 'Resumen', 'Fuente'],
    'ru': ['Письмо Постоянного представителя Азербайджана при Организации Объединенных Наций от 2 ноября 2020 года на имя '
           'Генерального секретаря', '(Подпись) Яшар Алиев', 'Посол', 'Постоянный представитель',
           'Приложение к письму Постоянного представителя Азербайджана при Организации Объединенных Наций от 2 ноября 2020 года на имя '
           'Генерального секретаря', 'Добавление', 'Резюме', 'Источник'],
    'ar': ['رسالة مؤرخة 2 تشرين الثاني/نوفمبر 2020 موجهة إلى الأمين العام من الممثل الدائم لأذربيجان لدى الأمم المتحدة',
           '(توقيع) ياشار علييف', 'السفير', 'الممثل الدائم',
           'مرفق الرسالة المؤرخة 2 تشرين الثاني/نوفمبر 2020 الموجهة إلى الأمين العام من الممثل الدائم لأذربيجان لدى الأمم المتحدة',
           'الضميمة', 'موجز', 'المصدر'],
    'zh': ['2020年11月2日阿塞拜疆常驻联合国代表给秘书长的信', '亚沙尔·阿利耶夫（签名）', '大使', '常驻代表',
           '2020年11月2日阿塞拜疆常驻联合国代表给秘书长的信的附件', '附文', '摘要', '资料来源'],
}
AGENDA = {
    'en': ['Opening of the session', 'Election of officers', 'Adoption of the agenda and other organizational matters',
           'Report of the Secretary-General', 'Provisional agenda for the next session', 'Adoption of the report'],
    'fr': ['Ouverture de la session', 'Élection du Bureau', 'Adoption de l’ordre du jour et autres questions d’organisation',
           'Rapport du Secrétaire général', 'Ordre du jour provisoire de la session suivante', 'Adoption du rapport'],
    'es': ['Apertura del período de sesiones', 'Elección de la Mesa', 'Aprobación del programa y otras cuestiones de organización',
           'Informe del Secretario General', 'Programa provisional del próximo período de sesiones', 'Aprobación del informe'],
    'ru': ['Открытие сессии', 'Выборы должностных лиц', 'Утверждение повестки дня и другие организационные вопросы',
           'Доклад Генерального секретаря', 'Предварительная повестка дня следующей сессии', 'Утверждение доклада'],
    'ar': ['افتتاح الدورة', 'انتخاب أعضاء المكتب', 'إقرار جدول الأعمال والمسائل التنظيمية الأخرى', 'تقرير الأمين العام',
           'جدول الأعمال المؤقت للدورة المقبلة', 'اعتماد التقرير'],
    'zh': ['会议开幕', '选举主席团成员', '通过议程和其他组织事项', '秘书长的报告', '下届会议临时议程', '通过报告'],
}
STATES = {
    'en': 'Albania Algeria Angola Austria Belgium Benin Bhutan Brazil Bulgaria Chad Chile China Cuba Cyprus Egypt Estonia Fiji Finland '
          'France Gabon Ghana Greece Guinea Haiti Hungary India Iraq Ireland Israel Italy Japan Jordan Kenya Kuwait Latvia Mali',
    'fr': 'Albanie Algérie Angola Autriche Belgique Bénin Bhoutan Brésil Bulgarie Tchad Chili Chine Cuba Chypre Égypte Estonie Fidji '
          'Finlande France Gabon Ghana Grèce Guinée Haïti Hongrie Inde Iraq Irlande Israël Italie Japon Jordanie Kenya Koweït Lettonie Mali',
    'es': 'Albania Argelia Angola Austria Bélgica Benin Bhután Brasil Bulgaria Chad Chile China Cuba Chipre Egipto Estonia Fiji '
          'Finlandia Francia Gabón Ghana Grecia Guinea Haití Hungría India Iraq Irlanda Israel Italia Japón Jordania Kenya Kuwait Letonia Malí',
    'ru': 'Албания Алжир Ангола Австрия Бельгия Бенин Бутан Бразилия Болгария Чад Чили Китай Куба Кипр Египет Эстония Фиджи Финляндия '
          'Франция Габон Гана Греция Гвинея Гаити Венгрия Индия Ирак Ирландия Израиль Италия Япония Иордания Кения Кувейт Латвия Мали',
    'ar': 'ألبانيا الجزائر أنغولا النمسا بلجيكا بنن بوتان البرازيل بلغاريا تشاد شيلي الصين كوبا قبرص مصر إستونيا فيجي فنلندا فرنسا غابون '
          'غانا اليونان غينيا هايتي هنغاريا الهند العراق أيرلندا إسرائيل إيطاليا اليابان الأردن كينيا الكويت لاتفيا مالي',
    'zh': '阿尔巴尼亚 阿尔及利亚 安哥拉 奥地利 比利时 贝宁 不丹 巴西 保加利亚 乍得 智利 中国 古巴 塞浦路斯 埃及 爱沙尼亚 斐济 芬兰 法国 加蓬 加纳 希腊 几内亚 海地 '
          '匈牙利 印度 伊拉克 爱尔兰 以色列 意大利 日本 约旦 肯尼亚 科威特 拉脱维亚 马里',
}
ROMAN = 'i ii iii iv v vi'.split()


class Set(Document):
    """A document whose feet may hold its symbol, and that has boxes and lists."""
    symbol_below = False

    def edges(self):
        if not self.symbol_below:
            return super().edges()
        foot = f'<text:p text:style-name="edge">%s</text:p>'
        mark, tabs = '<text:page-number/>', '<text:tab/>' * 13
        return (f'<style:footer>{foot % (self.symbol + tabs + mark)}</style:footer>'
                f'<style:footer-left>{foot % (mark + tabs + self.symbol)}</style:footer-left>')

    def styles(self):
        middle = 'fo:text-align="center" fo:margin-left="2cm" fo:margin-right="2cm" fo:margin-bottom="0.3cm"'
        sub = 'fo:margin-left="4cm" fo:margin-right="2cm" fo:text-indent="-1cm" fo:margin-bottom="0.21cm"'
        signed = 'fo:margin-left="9cm" fo:margin-right="2cm"'
        top = 'fo:break-before="page" '
        return super().styles() + ''.join(self.style(*style) for style in [
            ('annex_top', top + 'fo:margin-bottom="0.3cm" fo:margin-left="2cm" fo:margin-right="2cm"', make_layouts.BOLD + ' ' + size(13)),
            ('middle_bold', middle, make_layouts.BOLD + ' ' + size(10)), ('sub', sub, size(10)), ('signed', signed, size(10)),
            ('small_note', 'fo:margin-left="2cm" fo:margin-right="2cm"', size(8.5)), ('plain', '', size(10))])

    def item(self, label, words, style):
        self.paragraph(style, f'{label} {words}', 'body', f'{label}<text:tab/>{escape(words)}')

    def foot_mark(self, stars, words):
        """A note of the first page with asterisks, tied to the agenda item; before the masthead."""
        self.item_xml = (
            f'{escape(self.words["item"])}<text:note text:note-class="footnote"><text:note-citation text:label="{stars}">{stars}'
            f'</text:note-citation><text:note-body><text:p text:style-name="note">{escape(words)}</text:p></text:note-body></text:note>')

    def box(self, title, paragraphs):
        inner = f'<text:p text:style-name="middle_bold">{escape(title)}</text:p>' + ''.join(
            f'<text:p text:style-name="indented">{escape(words)}</text:p>' for words in paragraphs)
        self.body.append('<table:table table:style-name="table"><table:table-column table:style-name="whole"/><table:table-row>'
                         f'<table:table-cell table:style-name="boxed">{inner}</table:table-cell></table:table-row></table:table>'
                         '<text:p text:style-name="plain"/>')
        self.expected += [{'kind': 'body', 'text': words} for words in [title, *paragraphs]]

    def long_table(self, heads, rows, widths):
        """A table whose first row stands on each page that it is on."""
        columns = ''.join(f'<table:table-column table:style-name="{width}"/>' for width in widths)
        def row(cells, style):
            return '<table:table-row>' + ''.join(
                f'<table:table-cell table:style-name="ruled"><text:p text:style-name="{style if j else "label"}">{escape(words)}</text:p>'
                '</table:table-cell>' for j, words in enumerate(cells)) + '</table:table-row>'
        self.body.append(f'<table:table table:style-name="table">{columns}<table:table-header-rows>{row(heads, "head")}'
                         f'</table:table-header-rows>{"".join(row(cells, "figure") for cells in rows)}</table:table>')
        self.expected += [{'kind': 'cell', 'text': words} for cells in [heads, *rows] for words in cells if words]

    def write(self, folder):
        super().write(folder)
        path = folder / f'{self.kind}.{self.language}.fodt'
        text = path.read_text(encoding='utf-8')
        extra = ('<style:style style:name="whole" style:family="table-column"><style:table-column-properties style:column-width="17cm"/>'
                 '</style:style><style:style style:name="boxed" style:family="table-cell"><style:table-cell-properties '
                 'fo:border="0.5pt solid #000000" fo:padding="0.2cm"/></style:style>')
        text = text.replace('<office:automatic-styles>', '<office:automatic-styles>' + extra, 1)
        if self.symbol_below:
            text = text.replace('<text:tab/>' * 4 + escape(self.words['recycle']), '', 1)
        path.write_text(text, encoding='utf-8')


class More(Maker):
    def letters(self):
        return ITEMS.get(self.language, 'abc')

    def sections(self):
        title, signed, *offices, _, _, summary, _ = LETTER_WORDS[self.language]
        document = Set(self.language, 'sections', 'A/75/6 (Sect. 13)')
        document.foot_mark('*', self.note(1))
        document.masthead(self.words['title'])
        document.box(summary, [next(self.more) for _ in range(2)])
        number = count(1)
        for i, roman in enumerate(('I.', 'II.')):
            document.heading(roman, self.start(i + 3, 40), 'heading')
            for j in range(9):
                n = next(number)
                note = ' '.join(next(self.more) for _ in range(3)) if n % 6 == 0 else self.note(n)
                document.text(next(self.more), f'13.{n}', note if n % 3 == 0 else '')
        return document

    def letter(self):
        title, *signature, annex_title, enclosure, _, _ = LETTER_WORDS[self.language]
        document = Set(self.language, 'letter', 'A/75/574-S/2020/1083')
        document.masthead(title)
        for i in range(3):
            document.text(next(self.more), note=self.note(i) if i == 1 else '', style='indented')
        for words in signature:
            document.paragraph('signed', words, 'body')
        for heading in (annex_title, enclosure):
            document.paragraph('annex_top', heading, 'body')
            document.paragraph('middle_bold', self.words['item_title'], 'body')
            for i in range(7):
                document.text(next(self.more), note=self.note(i + 2) if i % 3 == 1 else '', style='indented')
        return document

    def lists(self):
        document = Set(self.language, 'lists', 'A/75/L.12')
        document.masthead(self.words['subject'])
        document.paragraph('indented', self.words['opening'], 'body')
        for i in range(5):
            document.text(self.operative(i), f'{i + 1}.', self.note(i) if i % 2 else '', 'indented')
            for letter in self.letters():
                document.item(f'({letter})', ended(self.language, next(self.more), ';'), 'item')
                for roman in ROMAN[:2 + i % 2]:
                    document.item(f'({roman})', ended(self.language, next(self.more), ';'), 'sub')
        return document

    def agenda(self):
        document = Set(self.language, 'agenda', 'A/CN.9/1034', job='V.20-14520')
        document.masthead(self.words['title'])
        document.heading('I.', self.words['item_title'], 'heading')
        for i, words in enumerate(AGENDA[self.language]):
            document.item(f'{i + 1}.', words + '.' * (self.language not in ('zh',)), 'text')
        document.heading('II.', self.words['subject'], 'heading')
        for i, words in enumerate(AGENDA[self.language]):
            document.heading(f'{i + 1}.', words, 'lower')
            for _ in range(2):
                document.text(next(self.more), style='text')
        return document

    def votes(self):
        document = Set(self.language, 'votes', 'A/RES/75/9', head=self.words['subject'])
        document.masthead(self.words['subject'])
        document.text(next(self.more), style='indented')
        states = STATES[self.language].split()
        rows = [states[i:i + 3] for i in range(0, len(states), 3)]
        document.long_table([self.words['category'], self.words['approved'], self.words['variance']],
                            [[a, b, c] for a, b, c in rows], ['first', 'other', 'other'])
        document.text(next(self.more), style='indented')
        for i in range(6):
            document.text(self.operative(i), f'{i + 1}.', style='indented')
        return document

    def long_tables(self):
        document = Set(self.language, 'long_tables', 'A/75/820')
        document.masthead(self.words['title'])
        word, source = self.words, LETTER_WORDS[self.language][7]
        document.text(next(self.more), '1.')
        rows = [[state, f'{37 + i} 339.{i % 10}', f'{48 + i} 44{i % 10}.5', f'({11 + i} 10{i % 10}.5)', f'{20 + i}.7']
                for i, state in enumerate(2 * STATES[self.language].split()[:32])]
        document.long_table([word['category'], word['approved'], word['spent'], word['variance'], word['share']], rows,
                            ['first'] + ['other'] * 4)
        document.paragraph('small_note', f'{source}: {self.note(4)}', 'note of a table')
        document.text(next(self.more), '2.', self.note(1))
        document.text(next(self.more), '3.')
        words = [[str(i + 1), self.start(i, 34), self.start(i + 2, 60), self.start(i + 4, 20)] for i in range(28)]
        document.long_table([word['share'], word['category'], word['spent'], word['variance']], words,
                            ['narrow', 'first', 'first', 'other'])
        document.text(next(self.more), '4.', self.note(2))
        return document

    def brackets(self):
        document = Set(self.language, 'brackets', 'FCCC/SBI/2020/L.7', job='GE.20-14520')
        document.masthead(self.words['subject'])
        for i in range(10):
            words = self.operative(i)
            number = f'[{i + 1}.' if i % 3 == 0 else f'{i + 1}.'
            document.text(words + (']' if i % 3 == 0 else ''), number, self.note(i) if i % 4 == 0 else '')
        for i in range(3):
            document.text('[' + next(self.more) + ']', style='indented')
        return document

    def symbol_foot(self):
        document = Set(self.language, 'symbol_foot', 'E/ESCAP/76/14', job='B20-00145')
        document.symbol_below = True
        document.masthead(self.words['title'])
        number = count(1)
        for i, roman in enumerate(('I.', 'II.', 'III.')):
            document.heading(roman, self.start(i + 3, 40), 'heading')
            for j in range(5):
                n = next(number)
                document.text(next(self.more), f'{n}.', self.note(n) if n % 2 else '')
        return document


def main():
    folder = Path(sys.argv[1])
    if len(sys.argv) > 2:
        make_layouts.FONTS.update({language: sys.argv[2] for language in ('en', 'fr', 'es', 'ru')})
    folder.mkdir(parents=True, exist_ok=True)
    for language in WORDS:
        maker = More(language)
        for make in (maker.sections, maker.letter, maker.lists, maker.agenda, maker.votes, maker.long_tables, maker.brackets,
                     maker.symbol_foot):
            make().write(folder)


if __name__ == '__main__':
    main()
