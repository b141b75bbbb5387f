namespace KaizenGate.Core.Reading;

/// <summary>The words for the five categories.</summary>
internal static class CategoryWords
{
    /// <summary>Returns the category of a value; null for an unknown word.</summary>
    public static Category? Read(string value)
    {
        var words = TextNormalizer.Words(value);
        return ByWord.TryGetValue(string.Concat(words), out var category) ? category
            : words.Count > 1 && ByWord.TryGetValue(words[0] + words[1], out category) ? category
            : words.Count > 0 && ByWord.TryGetValue(words[0], out category) ? category
            : null;
    }

    private static readonly Dictionary<string, Category> ByWord = TextNormalizer.Index([
        (
            Category.Performance,
            "Performance, Perf, Speed, Efficiency, Leistung, Rendimiento, Desempenho, 性能, パフォーマンス, 성능"
        ),
        (
            Category.Quality,
            "Quality, Bug, Bugs, Bugfix, Reliability, Testing, Tests, Correctness, Stability, Security, Qualität, Calidad, Qualité, Qualidade, 品質, 품질, 质量"
        ),
        (
            Category.DeveloperExperience,
            "Developer Experience, DX, DevEx, Dev Experience, Tooling, Tools, Docs, Documentation, Workflow, Usability, Entwicklererlebnis, 開発者体験, 개발자 경험, 开发体验"
        ),
        (
            Category.TechnicalDebt,
            "Technical Debt, Tech Debt, Debt, Refactor, Refactoring, Maintenance, Cleanup, Chore, Dependencies, Architecture, Technische Schulden, Deuda técnica, Dette technique, Dívida técnica, 技術的負債, 기술 부채, 技术债务"
        ),
        (
            Category.Feature,
            "Feature, Features, Enhancement, New Feature, Capability, Funktion, Función, Funcionalidad, Fonctionnalité, Funcionalidade, 機能, 기능, 功能"
        ),
    ]);
}
