using System.Globalization;

namespace KaizenGate.Core.Reading;

/// <summary>Reads one date from a position on.</summary>
internal ref struct DateReader(ReadOnlySpan<char> text, int start, DateOrder order)
{
    private const int LongestMonth = 16;
    private readonly ReadOnlySpan<char> text = text;

    public int Position { get; private set; } = start;

    /// <summary>Whether no letter or digit follows; a time may follow a date.</summary>
    public readonly bool IsAtEnd =>
        Position == text.Length
        || !char.IsLetterOrDigit(text[Position])
        || (text[Position] == 'T' && Position + 1 < text.Length && char.IsAsciiDigit(text[Position + 1]))
        || text[Position] >= 0x2E80;

    /// <summary>Returns a date, or the first day of a month or week; null when there is none.</summary>
    public (DateOnly Date, bool IsPeriod)? Read()
    {
        if (char.IsLetter(text[Position]))
        {
            return Month() is { } month ? AfterMonth(month) : null;
        }

        var digits = Digits(4, out var number);
        return digits == 4 ? AfterYear(number)
            : digits is 1 or 2 ? AfterDay(number)
            : null;
    }

    private (DateOnly, bool)? AfterYear(int year)
    {
        if (year is < 1900 or > 2199)
        {
            return null;
        }

        if (Take('年') || Take('년'))
        {
            Spaces();
            return Digits(2, out var named) == 0 || !(Take('月') || Take('월')) ? null
                : DayBefore('日', '号', '일') is { } dayNamed ? Day(year, named, dayNamed)
                : Period(year, named);
        }

        var separator = Position < text.Length ? text[Position] : ' ';
        if (separator is not ('-' or '/' or '.' or '‑'))
        {
            return null;
        }

        Position++;
        if (separator == '-' && (Take('W') || Take('w')))
        {
            return Digits(2, out var week) == 2 && week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
                ? (DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), true)
                : null;
        }

        if (Digits(2, out var month) == 0)
        {
            return null;
        }

        var end = Position;
        if (Take(separator) && Digits(2, out var day) > 0)
        {
            return Day(year, month, day);
        }

        Position = end;
        return separator == '.' ? null : Period(year, month);
    }

    private (DateOnly, bool)? AfterDay(int first)
    {
        var separator = Position < text.Length ? text[Position] : ' ';
        if (separator is '.' or '/' or '-' && Position + 1 < text.Length && char.IsAsciiDigit(text[Position + 1]))
        {
            Position++;
            return Digits(2, out var second) > 0 && Take(separator) && Digits(4, out var year) == 4
                ? InOrder(first, second, year, separator)
                : null;
        }

        _ = Take('.') || TakeWord("st") || TakeWord("nd") || TakeWord("rd") || TakeWord("th") || TakeWord("er");
        Spaces();
        _ = TakeWord("of ") || TakeWord("de ") || TakeWord("-");
        if (Month() is not { } month)
        {
            return null;
        }

        Separators();
        return Digits(4, out var named) == 4 ? Day(named, month, first) : null;
    }

    private (DateOnly, bool)? AfterMonth(int month)
    {
        Separators();
        var digits = Digits(4, out var number);
        if (digits == 4)
        {
            return Period(number, month);
        }

        if (digits is not (1 or 2))
        {
            return null;
        }

        _ = TakeWord("st") || TakeWord("nd") || TakeWord("rd") || TakeWord("th");
        Separators();
        return Digits(4, out var year) == 4 ? Day(year, month, number) : null;
    }

    private readonly (DateOnly, bool)? InOrder(int first, int second, int year, char separator)
    {
        var isDayFirst = separator == '.' || first > 12 || first == second || order == DateOrder.DayFirst;
        return isDayFirst ? Day(year, second, first)
            : second > 12 || order == DateOrder.MonthFirst ? Day(year, first, second)
            : null;
    }

    private static (DateOnly, bool)? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? (new DateOnly(year, month, day), false)
            : null;

    private static (DateOnly, bool)? Period(int year, int month) =>
        Day(year, month, 1) is var (date, _) ? (date, true) : null;

    /// <summary>Reads the name of a month.</summary>
    private int? Month()
    {
        var length = 0;
        while (Position + length < text.Length && char.IsLetter(text[Position + length]) && length < LongestMonth)
        {
            length++;
        }

        Span<char> normalized = stackalloc char[LongestMonth];
        var word = normalized[..TextNormalizer.Normalize(text.Slice(Position, length), normalized)];
        if (!Months.TryGetValue(word, out var month))
        {
            return null;
        }

        Position += length;
        return month;
    }

    /// <summary>Reads a day that a sign follows; null, at the same place, when there is none.</summary>
    private int? DayBefore(char sign, char other, char third)
    {
        var place = Position;
        Spaces();
        if (Digits(2, out var day) > 0 && (Take(sign) || Take(other) || Take(third)))
        {
            return day;
        }

        Position = place;
        return null;
    }

    private int Digits(int most, out int number)
    {
        number = 0;
        var length = 0;
        while (Position < text.Length && char.IsAsciiDigit(text[Position]) && length < most)
        {
            number = (number * 10) + (text[Position] - '0');
            Position++;
            length++;
        }

        return length;
    }

    private bool Take(char sign)
    {
        var isThere = Position < text.Length && text[Position] == sign;
        Position += isThere ? 1 : 0;
        return isThere;
    }

    private bool TakeWord(string word)
    {
        var isThere = text[Position..].StartsWith(word, StringComparison.OrdinalIgnoreCase);
        Position += isThere ? word.Length : 0;
        return isThere;
    }

    private void Spaces()
    {
        while (Position < text.Length && text[Position] is ' ' or '\u00A0')
        {
            Position++;
        }
    }

    /// <summary>Skips what is between the parts of a date with the name of a month.</summary>
    private void Separators()
    {
        _ = Take('.') || Take(',') || Take('-');
        Spaces();
        _ = TakeWord("de ") || TakeWord("del ");
    }

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = TextNormalizer
        .Index([
            (
                1,
                "january, jan, januar, jänner, janvier, janv, enero, ene, janeiro, gennaio, gen, январь, января, янв, tammikuu, tammikuuta"
            ),
            (
                2,
                "february, feb, februar, février, févr, fév, febrero, fevereiro, fev, febbraio, февраль, февраля, фев, helmikuu, helmikuuta"
            ),
            (3, "march, mar, märz, mrz, mars, marzo, março, март, марта, мар, maaliskuu, maaliskuuta"),
            (4, "april, apr, avril, avr, abril, abr, aprile, апрель, апреля, апр, huhtikuu, huhtikuuta"),
            (5, "may, mai, mayo, maio, maggio, mag, май, мая, toukokuu, toukokuuta"),
            (6, "june, jun, juni, juin, junio, junho, giugno, giu, июнь, июня, июн, kesäkuu, kesäkuuta"),
            (7, "july, jul, juli, juillet, juil, julio, julho, luglio, lug, июль, июля, июл, heinäkuu, heinäkuuta"),
            (8, "august, aug, août, agosto, ago, август, августа, авг, elokuu, elokuuta"),
            (
                9,
                "september, sep, sept, septembre, septiembre, setiembre, setembro, set, settembre, сентябрь, сентября, сен, сент, syyskuu, syyskuuta"
            ),
            (
                10,
                "october, oct, oktober, okt, octobre, octubre, outubro, out, ottobre, ott, октябрь, октября, окт, lokakuu, lokakuuta"
            ),
            (11, "november, nov, novembre, noviembre, novembro, ноябрь, ноября, ноя, marraskuu, marraskuuta"),
            (
                12,
                "december, dec, dezember, dez, décembre, déc, diciembre, dic, dezembro, dicembre, декабрь, декабря, дек, joulukuu, joulukuuta"
            ),
        ])
        .GetAlternateLookup<ReadOnlySpan<char>>();
}
