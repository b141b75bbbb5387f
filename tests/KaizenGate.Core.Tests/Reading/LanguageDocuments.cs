namespace KaizenGate.Core.Tests.Reading;

/// <summary>The same small backlog in each language.</summary>
/// <param name="Fields">The fields of an improvement.</param>
/// <param name="Legend">A legend: to do, in progress, done, deferred, rejected.</param>
/// <param name="Headings">Headings: work, a horizon, criteria, a legend, deferred improvements, high priority.</param>
internal sealed record LanguageDocument(string Language, string Fields, string Legend, string[] Headings)
{
    public static LanguageDocument[] All { get; } =
    [
        new(
            "en",
            """
            - **Status:** In Progress
            - **Priority:** High
            - **Impact:** Medium
            - **Effort:** Low
            - **Category:** Technical Debt
            - **Owner:** Ada
            - **Captured:** 2026-01-02
            - **Due:** 2026-03-04
            - **Estimated Time:** 3 h
            - **Problem:** Slow
            - **Proposed Solution:** A cache
            - **Acceptance Criteria:** Fast
            """,
            "Legend: 🟥 to do · 🟧 in progress · 🟩 done · 🟦 on hold · ⬛ won't do",
            ["Improvements", "Short term", "Acceptance criteria", "Legend", "Deferred", "High Priority"]
        ),
        new(
            "de",
            """
            - **Status:** In Bearbeitung
            - **Priorität:** Hohe
            - **Auswirkung:** Mittel
            - **Aufwand:** Gering
            - **Kategorie:** Technische Schulden
            - **Zuständig:** Ada
            - **Erfasst am:** 2026-01-02
            - **Fällig am:** 2026-03-04
            - **Geschätzte Zeit:** 3 h
            - **Ausgangslage:** Slow
            - **Lösungsansatz:** A cache
            - **Abnahmekriterien:** Fast
            """,
            "Legende: 🟥 noch offen, 🟧 in Arbeit, 🟩 erledigt, 🟦 zurückgestellt, ⬛ verworfen",
            ["Maßnahmen", "Kurzfristig", "Abnahmekriterien", "Legende", "Zurückgestellte Aufgaben", "Hohe Priorität"]
        ),
        new(
            "fr",
            """
            - **Statut :** En cours
            - **Priorité :** Élevée
            - **Valeur métier :** Moyenne
            - **Charge :** Faible
            - **Catégorie :** Dette technique
            - **Assigné à :** Ada
            - **Créé le :** 2026-01-02
            - **Échéance :** 2026-03-04
            - **Durée estimée :** 3 h
            - **Constat :** Slow
            - **Solution envisagée :** A cache
            - **Critères d'acceptation :** Fast
            """,
            "Légende : 🟥 à faire, 🟧 en cours, 🟩 terminée, 🟦 reportée, ⬛ abandonnée",
            ["Améliorations", "Court terme", "Critères d'acceptation", "Légende", "Reportées", "Priorité haute"]
        ),
        new(
            "es",
            """
            - **Estado:** En progreso
            - **Prioridad:** Alta
            - **Impacto:** Medio
            - **Esfuerzo:** Bajo
            - **Categoría:** Deuda técnica
            - **Encargada:** Ada
            - **Creado el:** 2026-01-02
            - **Fecha límite:** 2026-03-04
            - **Horas estimadas:** 3 h
            - **Situación actual:** Slow
            - **Solución propuesta:** A cache
            - **Criterios de aceptación:** Fast
            """,
            "Leyenda: 🟥 por hacer · 🟧 en curso · 🟩 completada · 🟦 aplazada · ⬛ descartada",
            ["Mejoras", "Corto plazo", "Criterios de aceptación", "Leyenda", "Aplazadas", "Prioridad alta"]
        ),
        new(
            "pt",
            """
            - **Situação:** Em andamento
            - **Prioridade:** Alta
            - **Impacto:** Médio
            - **Esforço:** Baixo
            - **Categoria:** Débito técnico
            - **Responsável:** Ada
            - **Criado em:** 2026-01-02
            - **Prazo:** 2026-03-04
            - **Horas estimadas:** 3 h
            - **Situação atual:** Slow
            - **Melhoria proposta:** A cache
            - **Critérios de aceite:** Fast
            """,
            "Legenda: 🟥 a fazer · 🟧 em andamento · 🟩 concluída · 🟦 adiada · ⬛ cancelada",
            ["Melhorias", "Curto prazo", "Critérios de aceitação", "Legenda", "Adiadas", "Alta prioridade"]
        ),
        new(
            "it",
            """
            - **Stato:** In lavorazione
            - **Priorità:** Alta
            - **Impatto:** Medio
            - **Impegno:** Basso
            - **Categoria:** Debito tecnico
            - **Assegnato a:** Ada
            - **Creato il:** 2026-01-02
            - **Scadenza:** 2026-03-04
            - **Tempo stimato:** 3 h
            - **Situazione attuale:** Slow
            - **Soluzione proposta:** A cache
            - **Criteri di accettazione:** Fast
            """,
            "Legenda: 🟥 da fare, 🟧 in corso, 🟩 completata, 🟦 rimandata, ⬛ annullata",
            ["Miglioramenti", "Breve termine", "Criteri di accettazione", "Legenda", "Rimandate", "Priorità alta"]
        ),
        new(
            "ru",
            """
            - **Статус:** В работе
            - **Приоритет:** Высокий
            - **Влияние:** Среднее
            - **Трудозатраты:** Низкие
            - **Категория:** Технический долг
            - **Исполнитель:** Ada
            - **Создано:** 2026-01-02
            - **Срок:** 2026-03-04
            - **Оценка времени:** 3 h
            - **Текущее состояние:** Slow
            - **Предлагаемое решение:** A cache
            - **Критерии приёмки:** Fast
            """,
            "Легенда: 🟥 не начато, 🟧 в процессе, 🟩 выполнено, 🟦 отложено, ⬛ отклонено",
            ["Улучшения", "Краткосрочные", "Критерии приёмки", "Легенда", "Отложенные", "Высокий приоритет"]
        ),
        new(
            "ja",
            """
            - **ステータス**: 対応中
            - **優先度**: 高
            - **影響度**: 中
            - **工数**: 低
            - **カテゴリ**: 技術的負債
            - **担当者**: Ada
            - **作成日**: 2026-01-02
            - **期限**: 2026-03-04
            - **見積時間**: 3 h
            - **問題点**: Slow
            - **改善案**: A cache
            - **完了条件**: Fast
            """,
            "凡例：🟥 未着手 🟧 進行中 🟩 対応済み 🟦 保留 ⬛ 却下",
            ["改善項目", "短期", "受け入れ基準", "凡例", "保留", "優先度：高"]
        ),
        new(
            "zh-Hans",
            """
            - **状态**：开发中
            - **优先级**：高
            - **影响程度**：中
            - **工作量**：低
            - **类别**：技术债务
            - **负责人**：Ada
            - **创建时间**：2026-01-02
            - **截止日期**：2026-03-04
            - **预计工时**：3 h
            - **现状**：Slow
            - **改进方案**：A cache
            - **验收标准**：Fast
            """,
            "图例：🟥 待处理 🟧 进行中 🟩 已完成 🟦 已搁置 ⬛ 已取消",
            ["改进项", "短期", "验收标准", "图例", "已搁置", "高优先级"]
        ),
        new(
            "zh-Hant",
            """
            - **狀態**：開發中
            - **優先級**：高
            - **影響程度**：中
            - **工作量**：低
            - **類別**：技術債務
            - **負責人**：Ada
            - **建立日期**：2026-01-02
            - **截止日期**：2026-03-04
            - **預估工時**：3 h
            - **現況**：Slow
            - **改善方案**：A cache
            - **驗收標準**：Fast
            """,
            "圖例：🟥 待處理 🟧 進行中 🟩 已完成 🟦 已擱置 ⬛ 已取消",
            ["待辦事項", "短期", "驗收標準", "圖例", "已擱置", "高優先級"]
        ),
        new(
            "ko",
            """
            - **진행 상태**: 개발 중
            - **우선순위**: 높음
            - **영향도**: 보통
            - **공수**: 낮음
            - **분류**: 기술 부채
            - **담당자**: Ada
            - **등록일**: 2026-01-02
            - **마감일**: 2026-03-04
            - **예상 시간**: 3 h
            - **문제점**: Slow
            - **개선 방안**: A cache
            - **인수 기준**: Fast
            """,
            "범례: 🟥 시작 전 · 🟧 진행 중 · 🟩 완료됨 · 🟦 보류됨 · ⬛ 취소됨",
            ["개선 사항", "단기", "인수 기준", "범례", "보류됨", "높은 우선순위"]
        ),
        new(
            "fi",
            """
            - **Tila:** Työn alla
            - **Prioriteetti:** Korkea
            - **Vaikutus:** Kohtalainen
            - **Työmäärä:** Vähäinen
            - **Kategoria:** Tekninen velka
            - **Vastuuhenkilö:** Ada
            - **Kirjattu:** 2026-01-02
            - **Määräaika:** 2026-03-04
            - **Arvioitu aika:** 3 h
            - **Nykytila:** Slow
            - **Ratkaisuehdotus:** A cache
            - **Hyväksymiskriteerit:** Fast
            """,
            "Selite: 🟥 tekemättä, 🟧 kesken, 🟩 valmis, 🟦 lykätty, ⬛ hylätty",
            ["Parannukset", "Lyhyt aikaväli", "Hyväksymiskriteerit", "Selite", "Lykätyt", "Korkea prioriteetti"]
        ),
    ];

    public override string ToString() => Language;
}
