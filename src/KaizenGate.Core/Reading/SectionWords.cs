using System.Buffers;

namespace KaizenGate.Core.Reading;

/// <summary>What the words of a heading or of a lead-in line say about the content below it.</summary>
[Flags]
internal enum SectionTopics
{
    None = 0,

    /// <summary>Improvements: backlog, tasks, ideas, next steps.</summary>
    Work = 1,

    /// <summary>A time or an order: short term, next week.</summary>
    Horizon = 2,

    /// <summary>A group of work: phase, sprint, version.</summary>
    Group = 4,

    /// <summary>A part of an improvement: steps, benefits, files.</summary>
    Part = 8,
    Legend = 16,
    Criteria = 32,
    Statistics = 64,
    Contents = 128,
    Guide = 256,
    Goals = 512,
    Background = 1024,
    Status = 2048,
    Priority = 4096,

    /// <summary>Anything that explains the document instead of listing improvements.</summary>
    Context = Legend | Criteria | Statistics | Contents | Guide,

    /// <summary>What surrounds improvements: goals, notes, an overview.</summary>
    Remarks = Goals | Background,
}

/// <summary>The meaning of a heading or a lead-in line.</summary>
/// <param name="Topics">Of the phrases that are known as a whole.</param>
/// <param name="Head">Of the first phrase, when that is known as a whole.</param>
/// <param name="Tail">Of the first and the last words of the first phrase, when that is not known as a whole: "Frontend tasks".</param>
/// <param name="IsWhole">Whether every word is known, so that the text names a section and not an improvement.</param>
/// <param name="Date">The date in the heading, for "Done 2026-03-02".</param>
/// <param name="Impact">The inferred impact, 1 to 10: "(Impact: High, Effort: Low)".</param>
/// <param name="Effort">The inferred effort, 1 to 10.</param>
/// <param name="HasLevelSign">Whether a sign such as 🔴 gives the priority.</param>
internal readonly record struct HeadingMeaning(
    SectionTopics Topics,
    SectionTopics Head = SectionTopics.None,
    SectionTopics Tail = SectionTopics.None,
    bool IsWhole = false,
    Priority? Priority = null,
    Status? Status = null,
    DateOnly? Date = null,
    double? Impact = null,
    double? Effort = null,
    bool HasLevelSign = false
)
{
    /// <summary>Whether the content only explains the backlog.</summary>
    public bool IsContext =>
        IsWhole
        && (Topics & SectionTopics.Context) != 0
        && Status is null
        && Priority is null
        && (Topics & (SectionTopics.Work | SectionTopics.Horizon)) == 0;

    /// <summary>
    /// Returns the meaning as the title of a document: "Backlog" and "Blocked" give no status, a log is of what is done, and no title hides what is
    /// below it.
    /// </summary>
    public HeadingMeaning OfTitle(string title)
    {
        var topics = Topics & ~SectionTopics.Context;
        if (Status is null && SectionWords.IsLog(title))
        {
            return this with { Topics = topics, Status = Backlogs.Status.Done };
        }

        return Status is not (null or Backlogs.Status.Done)
            ? this with
            {
                Status = null,
                Topics = topics & ~SectionTopics.Status,
                Head = Head & ~SectionTopics.Status,
            }
            : this with
            {
                Topics = topics,
            };
    }

    /// <summary>Returns the meaning together with that of a heading further up.</summary>
    public HeadingMeaning Below(HeadingMeaning above) =>
        new(
            Topics | above.Topics,
            Head | above.Head,
            Tail | above.Tail,
            IsWhole && (above.IsWhole || above.Topics == SectionTopics.None),
            Priority ?? above.Priority,
            Status ?? above.Status
        );

    /// <summary>Whether it gives a status or a priority to what is below it.</summary>
    public bool IsSection => Status is not null || Priority is not null;
}

/// <summary>Reads the words of headings and of lead-in lines.</summary>
internal static class SectionWords
{
    private const int MostWords = 5;
    private const int LongestText = 300;

    public static HeadingMeaning Read(string text)
    {
        text = text.Length > LongestText ? text[..LongestText] : text;
        var (phrases, impact, effort) = Phrases(text);
        var meaning = new HeadingMeaning(
            SectionTopics.None,
            IsWhole: phrases.Count > 0,
            Impact: impact,
            Effort: effort
        );
        foreach (var (range, isFirst) in phrases)
        {
            var phrase = text[range];
            if (DateText.Leading(phrase) is { } date)
            {
                meaning = meaning with { Date = meaning.Date ?? date };
                continue;
            }

            var read = Phrase(TextNormalizer.Words(phrase));
            meaning = read.IsWhole
                ? meaning with
                {
                    Topics = meaning.Topics | read.Topics,
                    Head = isFirst ? read.Topics : meaning.Head,
                    Status = meaning.Status ?? read.Status,
                    Priority = meaning.Priority ?? read.Priority,
                }
                : meaning with
                {
                    IsWhole = false,
                    Tail = isFirst ? read.Tail : meaning.Tail,
                };
        }

        if (
            meaning.Priority is not null
            && (meaning.Topics & SectionTopics.Priority) == 0
            && HoursText.Read(text) is not null
        )
        {
            // "Medium (1-3 days)" is a size.
            meaning = meaning with
            {
                Priority = null,
                Topics = meaning.Topics | SectionTopics.Horizon,
            };
        }

        if (meaning.Priority is null && meaning.Status is null && LevelWords.OfSign(text) is { } level)
        {
            meaning = meaning with { Priority = level, HasLevelSign = true };
        }

        return meaning with
        {
            Topics =
                meaning.Topics
                | (meaning.Status is null ? 0 : SectionTopics.Status)
                | (meaning.Priority is null ? 0 : SectionTopics.Priority),
        };
    }

    /// <summary>Whether a title names a log of what was done.</summary>
    public static bool IsLog(string title) => TextNormalizer.Words(title) is [.., var last] && Logs.Contains(last);

    /// <summary>Whether a word has no effect on the meaning: items, tasks, the, last, 30, days.</summary>
    public static bool IsFiller(string word) => IsNumber(word) || Fillers.Contains(word);

    /// <summary>Whether words are a period: a week, a month, a quarter, a year.</summary>
    public static bool IsPeriod(List<string> words) =>
        words.Exists(word => word.Any(char.IsAsciiDigit))
        && words.TrueForAll(word =>
            word.TrimStart('q', 'w', 'k', 'h').All(char.IsAsciiDigit)
            || (Topics.TryGetValue(word, out var topics) && topics.HasFlag(SectionTopics.Group))
        );

    /// <summary>Splits a text at dashes, colons and brackets; reads ratings such as "Impact: High" in brackets.</summary>
    private static (List<(Range Range, bool IsFirst)> Phrases, double? Impact, double? Effort) Phrases(string text)
    {
        var phrases = new List<(Range, bool)>();
        double? impact = null;
        double? effort = null;
        var start = 0;
        string? label = null;
        for (var position = 0; position <= text.Length; position++)
        {
            if (position < text.Length && !IsSeparator(text, position))
            {
                continue;
            }

            var phrase = text.AsSpan(start, position - start).Trim();
            if (label is not null && phrase.Length > 0)
            {
                if (ImpactLabels.Contains(label))
                {
                    impact = LevelWords.Impact(phrase.ToString());
                }
                else if (EffortLabels.Contains(label))
                {
                    effort = LevelWords.Effort(phrase.ToString(), inSizes: false);
                }
            }

            var isRating = label is not null && (ImpactLabels.Contains(label) || EffortLabels.Contains(label));
            var colon = position < text.Length && text[position] is ':' or '：';
            label = colon ? TextNormalizer.Normalize(phrase) : null;
            if (
                phrase.Length > 0
                && !isRating
                && !(colon && (ImpactLabels.Contains(label!) || EffortLabels.Contains(label!)))
            )
            {
                phrases.Add((start..position, phrases.Count == 0));
            }

            start = position + 1;
        }

        phrases.RemoveAll(one => !text.AsSpan()[one.Item1].ContainsLetterOrDigit());
        if (phrases.Count > 0)
        {
            phrases[0] = (phrases[0].Item1, true);
        }

        return (phrases, impact, effort);
    }

    private static bool ContainsLetterOrDigit(this ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSeparator(string text, int position) =>
        text[position] switch
        {
            '('
            or ')'
            or '（'
            or '）'
            or '['
            or ']'
            or '【'
            or '】'
            or '—'
            or '–'
            or '：'
            or '|'
            or '/'
            or ','
            or '，'
            or '、'
            or '・'
            or ';'
            or '·'
            or '→' => true,
            ':' => position + 1 == text.Length || char.IsWhiteSpace(text[position + 1]),
            '-' => position > 0
                && position + 1 < text.Length
                && char.IsWhiteSpace(text[position - 1])
                && char.IsWhiteSpace(text[position + 1]),
            _ => false,
        };

    private readonly record struct PhraseMeaning(
        bool IsWhole,
        SectionTopics Topics,
        SectionTopics Tail,
        Status? Status,
        Priority? Priority
    );

    private static PhraseMeaning Phrase(List<string> words)
    {
        words = words.Exists(IsJoined) ? [.. words.SelectMany(Split)] : words;
        var topics = SectionTopics.None;
        Status? status = null;
        Priority? priority = null;
        var edge = SectionTopics.None;
        var unknown = 0;
        var hasPriorityWord = false;
        for (var index = 0; index < words.Count; )
        {
            var known = Longest(words, index);
            if (known.Length == 0)
            {
                unknown++;
                index++;
                continue;
            }

            topics |=
                known.Topics
                | (known.Status is null ? 0 : SectionTopics.Status)
                | (known.Level is null ? 0 : SectionTopics.Priority);
            edge |= index == 0 || index + known.Length == words.Count ? known.Topics : 0;
            status ??= known.Status;
            priority ??= known.Level;
            if (known.IsPriorityWord)
            {
                hasPriorityWord = true;
                topics |= SectionTopics.Priority;
                if (index + 1 < words.Count && words[index + 1] is [>= '0' and <= '5'] digit)
                {
                    priority ??= LevelWords.LeadingPriority(digit);
                }
            }

            index += known.Length;
        }

        var explains = Explains(words);
        topics |= explains ? SectionTopics.Guide : 0;
        var saysSomething =
            topics != SectionTopics.None || status is not null || priority is not null || words.TrueForAll(IsNumber);
        var isWhole = (unknown == 0 && words.Count > 0 && saysSomething) || explains;
        return new PhraseMeaning(
            isWhole,
            isWhole ? topics : SectionTopics.None,
            edge,
            isWhole ? status : null,
            isWhole || (hasPriorityWord && unknown <= 2) ? priority : null
        );
    }

    /// <summary>"How to add one": the first words tell that an explanation follows.</summary>
    private static bool Explains(List<string> words)
    {
        for (var count = Math.Min(words.Count - 1, 3); count > 0; count--)
        {
            if (Explanations.Contains(string.Concat(words.Take(count))))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Known(
        int Length,
        SectionTopics Topics = SectionTopics.None,
        Status? Status = null,
        Priority? Level = null,
        bool IsPriorityWord = false,
        bool IsFiller = false
    );

    private static Known Longest(List<string> words, int index)
    {
        for (var count = Math.Min(words.Count - index, MostWords); count > 0; count--)
        {
            var word = count == 1 ? words[index] : string.Concat(words.Skip(index).Take(count));
            var status = StatusWords.FindInHeading(word);
            var hasTopics = Topics.TryGetValue(word, out var topics);
            var isPriority = PriorityWords.Contains(word);
            var level =
                count <= LevelWords.MostWords
                    ? LevelWords.OfTag(word)
                        ?? (word.Length > 1 || words.Count == 1 || word[0] > 0x80 ? LevelWords.OfWord(word) : null)
                    : null;
            var isFiller = count == 1 && IsFiller(word);
            if (isFiller && index + count < words.Count)
            {
                topics &= ~SectionTopics.Legend; // "Key" is a legend only on its own.
            }

            if (status is not null || hasTopics || isPriority || level is not null || isFiller)
            {
                return new Known(count, topics, status, level, isPriority, isFiller);
            }
        }

        return
            words[index].Length <= 4
            && words[index] is ['v' or 'q' or 'w' or 'h', .. var rest]
            && rest.Length > 0
            && IsNumber(rest)
            ? new Known(1, SectionTopics.Group)
            : default;
    }

    private static bool IsNumber(string word)
    {
        foreach (var character in word)
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A word of a script that does not separate words.</summary>
    private static bool IsJoined(string word) =>
        word.Length > 1 && word[0] is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3';

    /// <summary>Splits a word of a script without spaces into the longest known words; what is between them stays together.</summary>
    public static IEnumerable<string> Split(string word)
    {
        if (!IsJoined(word) || IsKnown(word))
        {
            return [word];
        }

        var parts = new List<string>();
        var unknown = 0;
        var position = 0;
        while (position < word.Length)
        {
            var length = Math.Min(word.Length - position, 8);
            while (length > 0 && !IsKnown(word.Substring(position, length)))
            {
                length--;
            }

            if (length == 0)
            {
                position++;
                continue;
            }

            if (unknown < position)
            {
                parts.Add(word[unknown..position]);
            }

            parts.Add(word.Substring(position, length));
            position += length;
            unknown = position;
        }

        if (unknown < word.Length)
        {
            parts.Add(word[unknown..]);
        }

        return parts;
    }

    private static bool IsKnown(string word) =>
        Topics.Contains(word)
        || Fillers.Contains(word)
        || PriorityWords.Contains(word)
        || StatusWords.FindInHeading(word) is not null
        || LevelWords.OfWord(word) is not null;

    private static readonly WordIndex<SectionTopics> Topics = new(
        [
            (SectionTopics.Work, "section.work"),
            (SectionTopics.Horizon, "section.horizon"),
            (SectionTopics.Group, "section.group"),
            (SectionTopics.Part, "section.part"),
            (SectionTopics.Legend, "matter.legend"),
            (SectionTopics.Criteria, "matter.criteria"),
            (SectionTopics.Statistics, "matter.statistics"),
            (SectionTopics.Contents, "matter.contents"),
            (SectionTopics.Guide, "matter.guide"),
            (SectionTopics.Goals, "matter.goals"),
            (SectionTopics.Background, "matter.background"),
        ],
        combine: (first, second) => first | second
    );

    private static readonly WordIndex<bool> Explanations = Lexicon.Set("matter.explains");
    private static readonly WordIndex<bool> Logs = Lexicon.Set("document.log");
    private static readonly WordIndex<bool> Fillers = Lexicon.Set("filler");
    private static readonly WordIndex<bool> PriorityWords = Lexicon.Set("priority");
    private static readonly WordIndex<bool> ImpactLabels = Lexicon.Set("field.impact");
    private static readonly WordIndex<bool> EffortLabels = Lexicon.Set("field.effort");
}
