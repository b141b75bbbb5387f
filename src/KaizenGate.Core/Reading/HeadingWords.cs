namespace KaizenGate.Core.Reading;

/// <summary>What a heading is by its words.</summary>
internal enum HeadingKind
{
    /// <summary>A group or an improvement.</summary>
    Plain,

    /// <summary>Gives a priority or a status to what is below it.</summary>
    Section,

    /// <summary>The content explains the backlog and has no improvements.</summary>
    Ignored,

    /// <summary>A version, a date or notes: a group that is never an improvement itself.</summary>
    Group,
}

/// <summary>A heading's meaning.</summary>
/// <param name="Impact">The inferred impact, 1 to 10: "(Impact: High, Effort: Low)".</param>
/// <param name="Effort">The inferred effort, 1 to 10.</param>
internal readonly record struct HeadingMeaning(
    HeadingKind Kind,
    Priority? Priority = null,
    Status? Status = null,
    double? Impact = null,
    double? Effort = null
);

/// <summary>The vocabulary of headings.</summary>
internal static class HeadingWords
{
    public static HeadingMeaning Read(string heading)
    {
        var (text, remark) = SplitRemark(heading);
        var words = TextNormalizer.Words(text);
        if (words.Count == 0)
        {
            return new HeadingMeaning(HeadingKind.Plain);
        }

        if (IsIgnored(words))
        {
            return new HeadingMeaning(HeadingKind.Ignored);
        }

        if (StatusWords.OfSection(words) is { } status)
        {
            return new HeadingMeaning(HeadingKind.Section, null, status);
        }

        if (PriorityOf(words) is { } priority)
        {
            var (impact, effort) = Inferred(remark);
            return new HeadingMeaning(HeadingKind.Section, priority, null, impact, effort);
        }

        return new HeadingMeaning(words.TrueForAll(IsGroupWord) ? HeadingKind.Group : HeadingKind.Plain);
    }

    /// <summary>Whether a word has no effect on the meaning: items, tasks, the, last, 30, days.</summary>
    public static bool IsFiller(string word) => Fillers.Contains(word) || word.All(char.IsAsciiDigit);

    private static (string Text, string Remark) SplitRemark(string heading)
    {
        var open = heading.IndexOfAny(['(', '（', '[']);
        return open <= 0 ? (heading, "") : (heading[..open], heading[(open + 1)..].TrimEnd(')', '）', ']', ' '));
    }

    private static bool IsIgnored(List<string> words) =>
        (words.Count >= 2 && words[0] == "how" && words[1] == "to")
        || (
            words.Count == 3
            && words[0] is "table" or "definition"
            && words[1] == "of"
            && words[2] is "contents" or "done"
        )
        || (
            ExplainingWords.Contains(words[^1])
            && words.TrueForAll(word => ExplainingWords.Contains(word) || Modifiers.Contains(word) || IsFiller(word))
        );

    private static Priority? PriorityOf(List<string> words)
    {
        var rest = new List<string>(words.Count);
        foreach (var word in words)
        {
            var bare = WithoutPriorityWord(word);
            if (bare.Length > 0 && !IsFiller(bare))
            {
                rest.Add(bare);
            }
        }

        if (rest.Count == 0)
        {
            return null;
        }

        if (LevelWords.OfWord(string.Concat(rest)) is { } joined)
        {
            return joined;
        }

        var isLevel = rest.TrueForAll(word =>
            LevelWords.OfWord(word) is not null || LevelWords.OfTag(word) is not null || word is "very" or "or"
        );
        return isLevel ? LevelWords.OfTag(rest[0]) ?? LevelWords.LeadingLevel(rest) : null;
    }

    private static string WithoutPriorityWord(string word)
    {
        if (PriorityWords.Contains(word))
        {
            return "";
        }

        foreach (var joined in Lexicon.IsNotLatin(word) ? JoinedPriorityWords.Value : [])
        {
            word = word.Replace(joined, "", StringComparison.Ordinal);
        }

        return word;
    }

    /// <summary>Reads "Impact: High, Effort: Low".</summary>
    private static (double? Impact, double? Effort) Inferred(string remark)
    {
        double? impact = null;
        double? effort = null;
        foreach (var part in remark.Split([',', ';', '/', '|']))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                continue;
            }

            var value = part[(colon + 1)..];
            switch (TextNormalizer.Normalize(part.AsSpan(0, colon)))
            {
                case "impact" or "value" or "benefit" or "auswirkung" or "nutzen" or "impacto":
                    impact = LevelWords.Impact(value);
                    break;
                case "effort" or "cost" or "aufwand" or "esfuerzo" or "esforco":
                    effort = LevelWords.Effort(value, inSizes: false);
                    break;
            }
        }

        return (impact, effort);
    }

    /// <summary>Whether words are a period: a week, a month, a quarter, a year.</summary>
    public static bool IsPeriod(List<string> words) =>
        words.Exists(word => word.Any(char.IsAsciiDigit))
        && words.TrueForAll(word =>
            PeriodWords.Contains(word) || word.TrimStart('q', 'w', 'k', 'h').All(char.IsAsciiDigit)
        );

    private static bool IsGroupWord(string word) =>
        GroupWords.Contains(word)
        || IsFiller(word)
        || word.All(character => char.IsAsciiDigit(character) || character is 'v' or 'q' or 'w' or 'h')
        || (word.Length > 1 && word[0] is 'v' or 'q' or 'w' && char.IsAsciiDigit(word[1]));

    private static readonly HashSet<string> ExplainingWords = TextNormalizer.Set(
        "metadata legend legende leyenda legenda key scale criteria guide guidelines usage rules statistics stats metrics matrix contents template templates toc kennzahlen metriken metricas metriques regeln reglas regles regras "
            + "metadaten metadatos metadonnees metadados kriterien criterios criteres skala escala echelle statistik statistiken "
            + "estadisticas statistiques estatisticas メタデータ 凡例 基準 統計 指標 ルール 메타데이터 범례 기준 통계 지표 규칙 元数据 图例 标准 统计 指标 规则"
    );

    private static readonly HashSet<string> Modifiers = TextNormalizer.Set(
        "priority prioritization prioritisation priorities scoring score scores rating ratings status statuses impact effort backlog improvement improvements key weekly monthly summary emoji symbol symbols color colour current project team our the and or of a success acceptance field fields label labels item items table file metric quick win wins file document"
    );

    private static readonly WordIndex<bool> PriorityWords = Lexicon.Set("priority");

    /// <summary>The words for priority of languages that write words together, the longest first.</summary>
    private static readonly Lazy<string[]> JoinedPriorityWords = new(() =>
        [
            .. Lexicon
                .NotLatin.SelectMany(language => Lexicon.Words("priority", language))
                .Select(word => TextNormalizer.Normalize(word))
                .OrderByDescending(word => word.Length),
        ]
    );

    private static readonly HashSet<string> Fillers = TextNormalizer.Set(
        "item items improvement improvements task tasks issue issues feature features work list backlog the and of for our this last recently recent current all idea ideas quick win wins day days week weeks month months sprint quarter bug bugs fix fixes enhancement enhancements story stories things stuff aufgaben verbesserungen punkte tareas mejoras elementos taches ameliorations elements tarefas melhorias itens 項目 タスク 改善 항목 작업 개선 项目 任务 改进"
    );

    private static readonly WordIndex<bool> PeriodWords = Lexicon.Set("period");

    private static readonly HashSet<string> GroupWords = TextNormalizer.Set(
        "version release milestone phase epic sprint week month quarter year january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec notes note context background summary overview introduction intro about details links references reference resources related questions open appendix changelog history example examples out scope"
    );
}
