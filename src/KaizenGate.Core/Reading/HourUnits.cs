namespace KaizenGate.Core.Reading;

/// <summary>The units of time of durations and of labels, in hours. A day has 8 hours, a week 40, a month 160.</summary>
internal static class HourUnits
{
    private const int LongestWord = 16;
    private const int MostModifiers = 2;

    /// <summary>Returns the hours of the unit at a position, after words such as "working" or "person"; 0 when there is none.</summary>
    public static double At(ReadOnlySpan<char> text, int start, out int end)
    {
        var position = start;
        for (var modifiers = 0; modifiers <= MostModifiers; modifiers++)
        {
            position += position < text.Length && text[position] == '-' ? 1 : 0;
            var word = WordAt(text, position);
            if (Known(word) is > 0 and var hours)
            {
                end = position + word.Length;
                return hours;
            }

            foreach (var (sign, joined) in Joined)
            {
                if (word.StartsWith(sign))
                {
                    end = position + sign.Length;
                    return joined;
                }
            }

            if (!IsModifier(word))
            {
                break;
            }

            position = HoursText.SkipSpaces(text, position + word.Length);
        }

        end = start;
        return 0;
    }

    /// <summary>Returns the hours of a bare number below a label or header: <c>Effort (h)</c> 1, <c>Days</c> 8; 0 when it names no unit.</summary>
    public static double OfLabel(ReadOnlySpan<char> label)
    {
        var open = label.IndexOfAny('(', '（', '[');
        for (var position = 0; position < label.Length; )
        {
            var word = WordAt(label, position);
            if (word.IsEmpty)
            {
                position++;
                continue;
            }

            var isInBrackets = open >= 0 && position > open;
            var hours =
                isInBrackets ? At(label, position, out _)
                : word.Length >= ShortestOutsideBrackets ? Known(word)
                : 0;
            if (hours > 0)
            {
                return hours;
            }

            position += word.Length;
        }

        return 0;
    }

    /// <summary>Shorter words in a label are rather abbreviations of something else: "Min Effort".</summary>
    private const int ShortestOutsideBrackets = 4;

    /// <summary>Days of a person, as abbreviated in German, English and French; "at" and "md" are other words.</summary>
    private const double DayOfWork = 8;

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]) && end < start + LongestWord)
        {
            end++;
        }

        return start < end ? text[start..end] : default;
    }

    private static double Known(ReadOnlySpan<char> word)
    {
        if (word is "PT" or "AT" or "MT" or "MD" or "PD" or "JH")
        {
            return DayOfWork;
        }

        Span<char> normalized = stackalloc char[LongestWord];
        return Units.TryGetValue(normalized[..TextNormalizer.Normalize(word, normalized)], out var hours) ? hours : 0;
    }

    private static bool IsModifier(ReadOnlySpan<char> word)
    {
        Span<char> normalized = stackalloc char[LongestWord];
        return !word.IsEmpty && Modifiers.Contains(normalized[..TextNormalizer.Normalize(word, normalized)]);
    }

    private static readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Units = TextNormalizer
        .Index([
            (
                1.0 / 3600,
                "s, sec, secs, second, seconds, sekunden, segundos, secondes, secondi, сек, секунд, секунды, sekuntia"
            ),
            (
                1.0 / 60,
                "m, min, mins, minute, minutes, minuten, minuto, minutos, minuti, мин, минута, минуты, минут, minuutti, minuuttia"
            ),
            (
                1d,
                "h, hr, hrs, hour, hours, std, stunde, stunden, hora, horas, heure, heures, ora, ore, ч, час, часа, часов, tunti, tuntia, manhours, personhours"
            ),
            (
                8d,
                "d, day, days, tag, tage, tagen, personentag, personentage, arbeitstag, arbeitstage, arbeitstagen, dia, dias, jour, jours, j, giorno, giorni, д, дн, день, дня, дней, päivä, päivää, pv, htp, manday, mandays, personday, persondays, workday, workdays"
            ),
            (
                40d,
                "w, wk, wks, week, weeks, woche, wochen, semana, semanas, semaine, semaines, sem, settimana, settimane, нед, неделя, недели, недель, viikko, viikkoa, vk, workweek, workweeks"
            ),
            (
                160d,
                "month, months, monat, monate, monaten, mes, meses, mois, mo, mese, mesi, mês, мес, месяц, месяца, месяцев, kuukausi, kuukautta, kk"
            ),
        ])
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Modifiers = TextNormalizer
        .Set(
            "in person man dev developer engineer engineering work working business full focused ideal calendar рабочий рабочих рабочие"
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Units in scripts without spaces between words, the longer ones first.</summary>
    private static readonly (string Sign, double Hours)[] Joined =
    [
        ("个工作日", 8),
        ("個工作天", 8),
        ("工作日", 8),
        ("工作天", 8),
        ("个小时", 1),
        ("個小時", 1),
        ("小时", 1),
        ("小時", 1),
        ("時間", 1),
        ("人時", 1),
        ("人时", 1),
        ("人日", 8),
        ("人天", 8),
        ("人月", 160),
        ("시간", 1),
        ("分钟", 1.0 / 60),
        ("分鐘", 1.0 / 60),
        ("分", 1.0 / 60),
        ("분", 1.0 / 60),
        ("일", 8),
        ("日", 8),
        ("天", 8),
        ("주", 40),
        ("周", 40),
        ("週", 40),
        ("星期", 40),
        ("개월", 160),
        ("个月", 160),
        ("個月", 160),
        ("か月", 160),
        ("ヶ月", 160),
        ("カ月", 160),
    ];
}
