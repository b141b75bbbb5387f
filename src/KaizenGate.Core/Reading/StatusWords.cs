namespace KaizenGate.Core.Reading;

/// <summary>The built-in words and signs for a status. <see cref="StatusVocabulary"/> adds those of the settings and the file.</summary>
internal static class StatusWords
{
    /// <summary>The maximum number of words of a status.</summary>
    public const int MostWords = 4;

    private static readonly (Status, string)[] Keys =
    [
        (Status.ToDo, "status.toDo"),
        (Status.InProgress, "status.inProgress"),
        (Status.Done, "status.done"),
        (Status.Deferred, "status.deferred"),
        (Status.Rejected, "status.rejected"),
    ];

    private static readonly WordIndex<Status> ByWord = Lexicon.Index(Keys);

    private static readonly Dictionary<string, Status> BySign = Lexicon.Signs(
        (Status.ToDo, "sign.toDo"),
        (Status.InProgress, "sign.inProgress"),
        (Status.Done, "sign.done"),
        (Status.Deferred, "sign.deferred"),
        (Status.Rejected, "sign.rejected")
    );

    private static readonly Dictionary<string, Status> ByBox = Lexicon.Signs(
        (Status.ToDo, "box.toDo"),
        (Status.InProgress, "box.inProgress"),
        (Status.Done, "box.done"),
        (Status.Deferred, "box.deferred"),
        (Status.Rejected, "box.rejected")
    );

    private static readonly WordIndex<bool> FieldOnly = Lexicon.Set("status.fieldOnly");
    private static readonly WordIndex<bool> WeakWords = Lexicon.Set("status.weak");
    private static readonly WordIndex<Status> Answers = Lexicon.Index((Status.Done, "yes"), (Status.ToDo, "no"));

    /// <summary>Returns the status of a normalized word; null for an unknown word.</summary>
    public static Status? Find(ReadOnlySpan<char> normalized) =>
        ByWord.TryGetValue(normalized, out var status) ? status : null;

    /// <summary>Returns the status of an emoji, another symbol or a shortcode; null for an unknown one.</summary>
    /// <param name="sign">See <see cref="Marks.Plain"/>.</param>
    public static Status? OfSign(string sign) => BySign.TryGetValue(sign, out var status) ? status : null;

    /// <summary>Returns the status of a check box; null for an unknown one.</summary>
    /// <param name="content">What is between the brackets.</param>
    public static Status? OfBox(string content)
    {
        var plain = Marks.Plain(content);
        return plain.Length == 0 ? Status.ToDo
            : ByBox.TryGetValue(plain, out var status) ? status
            : OfSign(plain) ?? Find(TextNormalizer.Normalize(plain));
    }

    /// <summary>Returns the status that an answer such as "yes" gives in a column such as "Done"; null for any other value.</summary>
    public static Status? OfAnswer(string normalized) =>
        Answers.TryGetValue(normalized, out var status) ? status : null;

    /// <summary>Whether a normalized value only means "not closed", so that an open section can be more specific.</summary>
    public static bool IsWeak(string normalized) => WeakWords.Contains(normalized);

    /// <summary>Returns the status of a normalized word in a heading; null for a word that can also be the topic of one.</summary>
    public static Status? FindInHeading(ReadOnlySpan<char> normalized) =>
        FieldOnly.Contains(normalized) ? null : Find(normalized);

    /// <summary>
    /// Whether a normalized word at the end of a title says as often what a thing is, such as "new", "live" or "merged". One for open
    /// work is a status only in a field or a column, one for closed work also with a sign, a date or a reference.
    /// </summary>
    /// <param name="normalized">The word.</param>
    /// <param name="status">Its status.</param>
    /// <param name="isAlone">Whether it has none of these.</param>
    public static bool IsAmbiguous(string normalized, Status status, bool isAlone) =>
        (isAlone || status is Status.ToDo or Status.InProgress) && FieldOnly.Contains(normalized);

    /// <summary>Returns the longest status at an index of words, and its number of words; 0 when there is none that can be a heading.</summary>
    public static (int Length, Status Status) LongestAt(List<string> words, int index)
    {
        for (var count = Math.Min(words.Count - index, MostWords); count > 0; count--)
        {
            if (FindInHeading(string.Concat(words.Skip(index).Take(count))) is { } status)
            {
                return (count, status);
            }
        }

        return default;
    }

    /// <summary>Whether a normalized word can be the first of a status. Words that are not in Latin script always can.</summary>
    public static bool CanBegin(ReadOnlySpan<char> word) => Lexicon.IsNotLatin(word) || FirstWords.Contains(word);

    private static readonly WordIndex<Status> FirstWords = new(Keys) { IsOfFirstWords = true };
}
